/**
 * What a person who waits can be told of the rank and of the weeks to come. Owns the table line_read; reads places,
 * ranks, wishes, offers, runs and regimes. Counted are the planned places that suit and those before who take them,
 * each in the earliest that suits. A place that was chosen on the calendar is not planned for the line, and what stays
 * free while people choose, since nobody waits for it, is not measured. Promises spans in whole weeks that hold what
 * they say (core.planning), the same answer to all, and that nobody waits for a line to be read.
 */
@NullMarked
package org.guichet.app.forecast;

import org.jspecify.annotations.NullMarked;
