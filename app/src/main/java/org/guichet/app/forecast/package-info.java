/**
 * What a person who waits can be told of the rank and of the weeks to come. Owns no table; reads places, ranks, offers
 * and runs. Promises spans in whole weeks that hold what they say (core.planning), and the same answer to all.
 */
@NullMarked
package org.guichet.app.forecast;

import org.jspecify.annotations.NullMarked;
