package org.guichet.core.allot;

import java.util.List;

/**
 * What a request was granted, before places are told apart.
 *
 * @param firstSitter the first of its persons; the others follow
 * @param booked their places one by one, or none if they may be moved
 */
record Grant(Tier tier, boolean byPrecedence, int firstSitter, List<Integer> booked) {}
