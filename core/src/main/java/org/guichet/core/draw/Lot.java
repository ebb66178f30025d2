package org.guichet.core.draw;

import org.guichet.core.ledger.Hash;

/** What a draw gives one request: a position among all 32-byte numbers; the lowest goes first. */
public record Lot(Label label, Hash position) {}
