/** Nodes and the database are killed while people ask: what they were answered must hold. */
@NullMarked
package org.guichet.bench.crash;

import org.jspecify.annotations.NullMarked;
