/**
 * The journal as anybody reads it: C2SP tlog-tiles under /journal or as plain files, the proof that it has a leaf, and
 * the proofs that witnesses saw in time that a list was sealed, or its draw voided. Owns the table seal_proof; promises
 * that a draw whose witnesses are missing is not held.
 */
@NullMarked
package org.guichet.app.proof;

import org.jspecify.annotations.NullMarked;
