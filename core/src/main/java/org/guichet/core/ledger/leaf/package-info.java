/**
 * What stands in the journal (docs/spec/journal.md): canonical leaves, and the commitments that let them name nobody.
 * Uses {@code beacon}, {@code draw}, {@code ledger} and {@code text}.
 */
package org.guichet.core.ledger.leaf;
