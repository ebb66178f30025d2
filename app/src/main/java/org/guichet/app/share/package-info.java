/**
 * The public figures of precedence: what classes above the ordinary one took, and what they may take. Owns no table;
 * promises that nothing in them can be booked.
 */
@NullMarked
package org.guichet.app.share;

import org.jspecify.annotations.NullMarked;
