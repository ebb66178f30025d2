package org.guichet.core.allot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells the places of a class apart when everybody is seated: what is booked goes to whom it is booked for, and the other
 * places, by counter, to the others, by turn.
 */
final class Counters {
    private static final int NONE = -1;

    private final Stock stock;
    private final Seating seating;
    private final int[] placeOf;

    Counters(Stock stock, Seating seating, List<Grant> grants) {
        this.stock = stock;
        this.seating = seating;
        placeOf = new int[seating.sitters()];
        Arrays.fill(placeOf, NONE);
        var isBooked = new boolean[stock.places().size()];
        for (var grant : grants) {
            for (var i = 0; i < grant.booked().size(); i++) {
                placeOf[grant.firstSitter() + i] = grant.booked().get(i);
                isBooked[grant.booked().get(i)] = true;
            }
        }
        IntStream.range(0, stock.classes()).filter(it -> seating.taken(it) > 0).forEach(it -> tellApart(it, isBooked));
    }

    /** The places of so many sitters, the earliest first. */
    List<Place> of(int firstSitter, int persons) {
        return IntStream.range(firstSitter, firstSitter + persons)
                .map(it -> placeOf[it])
                .sorted()
                .mapToObj(stock.places()::get)
                .toList();
    }

    private void tellApart(int number, boolean[] isBooked) {
        var sitters = IntStream.range(0, seating.taken(number))
                .map(i -> seating.sitter(seating.chair(number, i)))
                .filter(it -> placeOf[it] == NONE)
                .sorted()
                .iterator();
        IntStream.range(0, stock.capacity(number))
                .map(i -> stock.first(number) + i)
                .filter(place -> !isBooked[place])
                .takeWhile(_ -> sitters.hasNext())
                .forEach(place -> placeOf[sitters.nextInt()] = place);
    }
}
