/** What every feature stands on: database, settings, clock, keys, jobs. Knows nothing of appointments. */
@NullMarked
package org.guichet.app.platform;

import org.jspecify.annotations.NullMarked;
