/**
 * How often something may be done: generous bounds for each network, contact and number, never a puzzle to solve, and
 * always a sentence that says when it may be done again and what else can be done. Owns the table tally, which decides
 * over all nodes; what is only generous is counted in memory, and told to the table each second.
 */
@NullMarked
package org.guichet.app.limit;

import org.jspecify.annotations.NullMarked;
