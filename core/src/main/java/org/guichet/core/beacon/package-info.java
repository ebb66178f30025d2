/**
 * The public randomness that decides draws: rounds of a drand chain, which prove themselves. Promises that only a
 * valid round of the pinned chain yields randomness, and that a rehearsal can never pass for it. Uses {@code ledger}
 * for hashes.
 */
package org.guichet.core.beacon;
