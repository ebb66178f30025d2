/** The rules of {@code core} alone: ordering a draw, giving places. */
@NullMarked
package org.guichet.bench.rules;

import org.jspecify.annotations.NullMarked;
