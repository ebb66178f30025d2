/**
 * What is told to people: written to the outbox in the transaction that does the thing, sent afterwards, again and
 * again until it is gone. Owns the table notice. A mail goes by itself, what must be read in time before all else;
 * telephone, letter, association, and an address that is refused for days, are told by an agent's hand.
 */
@NullMarked
package org.guichet.app.notice;

import org.jspecify.annotations.NullMarked;
