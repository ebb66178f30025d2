/**
 * What is signed about the ledger: signed notes, checkpoints, cosignatures of witnesses, and proofs to carry away (C2SP
 * signed-note, tlog-checkpoint, tlog-cosignature, tlog-proof). Uses {@code ledger} for hashes and proofs.
 */
package org.guichet.core.ledger.note;
