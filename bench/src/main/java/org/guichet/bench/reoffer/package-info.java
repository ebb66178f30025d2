/** Places that are freed while many people wait. */
@NullMarked
package org.guichet.bench.reoffer;

import org.jspecify.annotations.NullMarked;
