/** Weeks of requests, places, absences and a reseller under three ways of giving places. */
@NullMarked
package org.guichet.simulate.world;

import org.jspecify.annotations.NullMarked;
