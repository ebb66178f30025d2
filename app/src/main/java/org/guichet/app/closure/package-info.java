/**
 * The rules in force meet what stands already: places of the coming weeks are made, and a centre that closes gives its
 * appointments back to their lines. Owns no table; promises that whoever loses a place by a closure keeps the rank, is
 * told why, and is looked for a place in the same transaction.
 */
@NullMarked
package org.guichet.app.closure;

import org.jspecify.annotations.NullMarked;
