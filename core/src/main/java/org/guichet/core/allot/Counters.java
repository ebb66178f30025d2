package org.guichet.core.allot;

import java.util.Arrays;
import java.util.List;

/**
 * Tells the places of a class apart when everybody is seated: what is booked goes to whom it is booked for, and the
 * other places, by counter, to the others, by turn.
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
        for (var number = 0; number < stock.classes(); number++) {
            tellApart(number, isBooked);
        }
    }

    /** The places of so many sitters, the earliest first. */
    List<Place> of(int firstSitter, int persons) {
        var places = Arrays.copyOfRange(placeOf, firstSitter, firstSitter + persons);
        Arrays.sort(places);
        return Arrays.stream(places).mapToObj(stock.places()::get).toList();
    }

    private void tellApart(int number, boolean[] isBooked) {
        var place = stock.first(number);
        for (var sitter : seating.in(number)) {
            if (placeOf[sitter] == NONE) {
                while (isBooked[place]) {
                    place++;
                }
                placeOf[sitter] = place++;
            }
        }
    }
}
