/**
 * The door of the staff: who signs in, at which counter they sit, and the frame of their pages. Owns no table: agents
 * stand in the catalogue. Promises that who acts is handed to every handler, and that a wrong sign-in says nothing
 * about which part was wrong.
 */
@NullMarked
package org.guichet.app.access;

import org.jspecify.annotations.NullMarked;
