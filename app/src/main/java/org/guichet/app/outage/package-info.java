/**
 * When the service did not run, so that no deadline ends meanwhile (rule 15). Owns the tables alive and outage. Who has
 * deadlines in its tables moves them as a {@link org.guichet.app.outage.Deadlines}; whoever gives or frees a place asks
 * first whether an outage is to be accounted for.
 */
@NullMarked
package org.guichet.app.outage;

import org.jspecify.annotations.NullMarked;
