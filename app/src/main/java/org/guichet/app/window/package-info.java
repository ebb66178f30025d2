/**
 * The windows in which requests are collected: one after the other without a gap, each with the beacon round that will
 * order it, announced before it opens. Owns the table registration_window.
 */
@NullMarked
package org.guichet.app.window;

import org.jspecify.annotations.NullMarked;
