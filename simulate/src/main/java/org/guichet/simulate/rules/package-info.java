/**
 * What both models share: chance that is the same on every machine, the reseller, and the real rules of {@code
 * core}.
 */
@NullMarked
package org.guichet.simulate.rules;

import org.jspecify.annotations.NullMarked;
