/**
 * The authority, its centres and counters, its procedures and opening rules, and the places made from them. Owns the
 * tables authority, catalogue, pool, place and holding; promises that a place never has two holders and that a changed
 * file never destroys a held place.
 */
@NullMarked
package org.guichet.app.catalogue;

import org.jspecify.annotations.NullMarked;
