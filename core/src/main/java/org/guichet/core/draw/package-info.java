/**
 * The order of a draw: from the sealed list and the public randomness to one position per request, which anyone
 * recomputes. Promises that one more or one fewer request never reshuffles the others. Uses {@code ledger} for hashes.
 */
package org.guichet.core.draw;
