/** A whole cohort at once: sealed, drawn, entered, and given places. */
@NullMarked
package org.guichet.bench.cohort;

import org.jspecify.annotations.NullMarked;
