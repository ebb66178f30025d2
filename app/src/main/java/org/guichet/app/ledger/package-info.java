/**
 * The public journal: leaves written in the transaction that does the thing, put into one order by one node at a time,
 * signed, and served as C2SP tlog-tiles under /journal. Owns the tables leaf, commitment, journal, tile and
 * leaf_index; promises that what was published is never changed.
 */
@NullMarked
package org.guichet.app.ledger;

import org.jspecify.annotations.NullMarked;
