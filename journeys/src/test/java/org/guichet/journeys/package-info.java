/**
 * Journeys through the service as it is shipped, in a real browser, and what is true of every page: accessible, valid,
 * light, without scripts. Owns nothing of the service and sees it only through its addresses.
 */
@NullMarked
package org.guichet.journeys;

import org.jspecify.annotations.NullMarked;
