/** What was found: as tables for the terminal, as JSON, and as a page with charts. */
@NullMarked
package org.guichet.simulate.report;

import org.jspecify.annotations.NullMarked;
