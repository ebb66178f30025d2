/**
 * Direct choice (rule 18): when nobody in the line would take a free place, people choose one on a calendar, and it is
 * kept for them while they write the rest. Owns the tables place_hold and regime_change; promises that a person keeps
 * one place at a time, that a hold ends by the clock, and that the line always goes first.
 */
@NullMarked
package org.guichet.app.choosing;

import org.jspecify.annotations.NullMarked;
