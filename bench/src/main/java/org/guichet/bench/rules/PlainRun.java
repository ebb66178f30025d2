package org.guichet.bench.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.guichet.core.allot.Given;
import org.guichet.core.allot.Moment;
import org.guichet.core.allot.Outcome;
import org.guichet.core.allot.Place;
import org.guichet.core.allot.Stock;
import org.guichet.core.allot.Tier;
import org.guichet.core.allot.Turn;
import org.guichet.core.allot.Wish;

/**
 * The plain serial dictatorship as fast as it gets: each request takes the earliest class with room for all its
 * persons, 64 moments looked at together, and nobody is ever moved.
 */
final class PlainRun {
    private static final int NONE = -1;

    private final int words;
    private final List<List<Place>> classes;

    /** Prepares for these places, some of those of the stock. */
    PlainRun(Stock stock, Collection<Place> places) {
        words = Math.ceilDiv(stock.moments().size(), Long.SIZE);
        classes = new ArrayList<>(Collections.nCopies(stock.centres().size() * words * Long.SIZE, List.of()));
        for (var place : places) {
            var centre = Collections.binarySearch(stock.centres(), place.centre());
            var moment = Collections.binarySearch(stock.moments(), new Moment(place.day(), place.start()));
            var number = centre * words * Long.SIZE + moment;
            if (classes.get(number).isEmpty()) {
                classes.set(number, new ArrayList<>());
            }
            classes.get(number).add(place);
        }
    }

    Outcome run(List<Turn> line) {
        var left = classes.stream().mapToInt(List::size).toArray();
        var free = free();
        var given = new ArrayList<Given>();
        for (var turn : line) {
            for (var tier : Tier.values()) {
                var number = earliest(free, left, turn.wish(tier), turn.persons());
                if (number != NONE) {
                    var all = classes.get(number);
                    var first = all.size() - left[number];
                    left[number] -= turn.persons();
                    if (left[number] == 0) {
                        free[number / Long.SIZE] &= ~(1L << number);
                    }
                    given.add(new Given(turn, tier, false, all.subList(first, first + turn.persons())));
                    break;
                }
            }
        }
        return new Outcome(given);
    }

    private long[] free() {
        var free = new long[classes.size() / Long.SIZE];
        for (var number = 0; number < classes.size(); number++) {
            free[number / Long.SIZE] |= classes.get(number).isEmpty() ? 0 : 1L << number;
        }
        return free;
    }

    private int earliest(long[] free, int[] left, Wish wish, int persons) {
        for (var word = 0; word < words; word++) {
            var any = 0L;
            for (var i = 0; i < wish.centres(); i++) {
                any |= free[wish.centre(i) * words + word];
            }
            for (any &= wish.times().word(word); any != 0; any &= any - 1) {
                var moment = word * Long.SIZE + Long.numberOfTrailingZeros(any);
                for (var i = 0; i < wish.centres(); i++) {
                    var number = wish.centre(i) * words * Long.SIZE + moment;
                    if ((free[number / Long.SIZE] >>> number & 1) != 0 && left[number] >= persons) {
                        return number;
                    }
                }
            }
        }
        return NONE;
    }
}
