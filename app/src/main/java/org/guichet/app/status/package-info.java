/**
 * Where a request stands, in plain words, and what its person may do about it: look, change, withdraw, wake up. Owns
 * the view status_facts; promises that looking changes nothing and shows what is true now, and that nobody learns
 * whether a number exists.
 */
@NullMarked
package org.guichet.app.status;

import org.jspecify.annotations.NullMarked;
