/**
 * Measured comparisons: every figure beside a yardstick of the same run, and counts of what went wrong. Uses every
 * other module as its users do; nothing uses it.
 */
@NullMarked
package org.guichet.bench;

import org.jspecify.annotations.NullMarked;
