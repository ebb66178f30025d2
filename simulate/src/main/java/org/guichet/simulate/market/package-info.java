/** One market, one moment: when does reselling pay? Reproduces the model of docs/decisions/0014. */
@NullMarked
package org.guichet.simulate.market;

import org.jspecify.annotations.NullMarked;
