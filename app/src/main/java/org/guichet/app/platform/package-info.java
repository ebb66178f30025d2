/**
 * What every feature stands on: database, settings, clock, keys, jobs, and what authorities and pools are called. Knows
 * nothing of appointments.
 */
@NullMarked
package org.guichet.app.platform;

import org.jspecify.annotations.NullMarked;
