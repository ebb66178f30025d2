/**
 * What the staff has still to tell by hand: whom to phone and what to say, letters to print, associations to write to.
 * Owns no table: the outbox does.
 */
@NullMarked
package org.guichet.app.telling;

import org.jspecify.annotations.NullMarked;
