/** What one request costs where there are few others, and where there are a hundred times as many. */
@NullMarked
package org.guichet.bench.growth;

import org.jspecify.annotations.NullMarked;
