/** The journal: sequencing, proving, verifying. */
@NullMarked
package org.guichet.bench.journal;

import org.jspecify.annotations.NullMarked;
