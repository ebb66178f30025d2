/**
 * The public journal: leaves written in the transaction that does the thing, put into one order by one node at a time,
 * signed, cosigned by witnesses, and served as C2SP tlog-tiles under /journal. Owns the tables leaf, commitment,
 * journal, tile, leaf_index, cosigned_checkpoint and cosignature; promises that what was published is never changed,
 * and that no witness delays it.
 */
@NullMarked
package org.guichet.app.ledger;

import org.jspecify.annotations.NullMarked;
