package org.guichet.app.catalogue;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.stream.IntStream;
import org.guichet.core.allot.Moment;
import org.guichet.core.allot.Place;
import org.guichet.core.allot.SerialDictatorship;
import org.guichet.core.allot.Stock;
import org.guichet.core.allot.Together;
import org.guichet.core.allot.Turn;

/**
 * How many persons of one request can come to one centre on one day at most while nobody else does: in its morning, in
 * its afternoon, in both. The allotment itself is asked, so that what is said here is what happens there.
 */
record Capacity(Most morning, Most afternoon, Most day) {
    static final Capacity NONE = new Capacity(Most.NOBODY, Most.NOBODY, Most.NOBODY);

    private interface HalfDays {
        boolean include(boolean morning);
    }

    /** By the way in which they come. */
    record Most(int simultaneous, int adjacent, int sameDay) {
        static final Most NOBODY = new Most(0, 0, 0);

        int of(Together together) {
            return switch (together) {
                case SIMULTANEOUS -> simultaneous;
                case ADJACENT -> adjacent;
                case SAME_DAY -> sameDay;
            };
        }
    }

    /** Of the places of one centre and one day. */
    static Capacity of(Collection<Plan.Span> spans, ZoneId zone) {
        var places = new ArrayList<Place>();
        for (var span : spans) {
            var day = span.startsAt().atZone(zone).toLocalDate();
            places.add(new Place(places.size(), span.centre(), span.counter(), span.startsAt(), span.endsAt(), day));
        }
        var stock = Stock.of(places);
        return new Capacity(
                most(stock, zone, morning -> morning),
                most(stock, zone, morning -> !morning),
                most(stock, zone, _ -> true));
    }

    /** Where these of its half days suit. */
    int most(Together together, boolean inTheMorning, boolean inTheAfternoon) {
        if (inTheMorning && inTheAfternoon) {
            return day.of(together);
        }
        return inTheMorning ? morning.of(together) : inTheAfternoon ? afternoon.of(together) : 0;
    }

    private static Most most(Stock stock, ZoneId zone, HalfDays halves) {
        return new Most(
                most(stock, zone, halves, Together.SIMULTANEOUS),
                most(stock, zone, halves, Together.ADJACENT),
                most(stock, zone, halves, Together.SAME_DAY));
    }

    private static int most(Stock stock, ZoneId zone, HalfDays halves, Together together) {
        var wish = stock.wish(_ -> true, it -> halves.include(isMorning(it, zone)));
        return IntStream.rangeClosed(1, Turn.PERSONS_MAX)
                .takeWhile(persons -> SerialDictatorship.alone(stock, Turn.anybody(persons, together, wish))
                        .isPresent())
                .max()
                .orElse(0);
    }

    private static boolean isMorning(Moment moment, ZoneId zone) {
        return Catalogue.isMorning(moment.start().atZone(zone).toLocalTime());
    }
}
