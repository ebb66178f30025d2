/** Many people who look, again and again. */
@NullMarked
package org.guichet.bench.looking;

import org.jspecify.annotations.NullMarked;
