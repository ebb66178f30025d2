/**
 * The public ledger as a Merkle tree in tiles: hashes, proofs, the right edge a sequencer holds, tiles and entry
 * bundles (RFC 9162, C2SP tlog-tiles). Promises that malformed input is refused with a sentence. Uses {@code text}
 * only.
 */
package org.guichet.core.ledger;
