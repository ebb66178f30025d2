/** Many people at once. */
@NullMarked
package org.guichet.bench.rush;

import org.jspecify.annotations.NullMarked;
