/** Many who choose a place at the same moment: what each gets, and what they would get without the guard. */
@NullMarked
package org.guichet.bench.contention;

import org.jspecify.annotations.NullMarked;
