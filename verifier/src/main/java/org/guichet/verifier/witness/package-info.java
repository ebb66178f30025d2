/**
 * A witness that anybody can run (C2SP tlog-witness): it cosigns the checkpoints of the logs it watches, each only if
 * it continues the last. Promises that it never signs two histories of one log, whenever it is killed, and that it
 * keeps and says what contradicts the history it knows. Uses {@code core} only.
 */
@NullMarked
package org.guichet.verifier.witness;

import org.jspecify.annotations.NullMarked;
