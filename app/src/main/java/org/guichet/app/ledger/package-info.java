/**
 * The public journal as it is written: leaves written in the transaction that does the thing, put into one order by one
 * node at a time, and signed. Owns the tables leaf, commitment, journal, tile and leaf_index; promises that what was
 * signed is never changed.
 */
@NullMarked
package org.guichet.app.ledger;

import org.jspecify.annotations.NullMarked;
