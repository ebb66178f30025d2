package org.guichet.simulate.world;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.guichet.core.allot.Together;
import org.guichet.simulate.rules.Dice;
import org.guichet.simulate.rules.Dice.About;

/** Who asks, and when: the same people whatever the rules. */
final class People {
    /** The highest value of a place for one person. */
    static final int HIGHEST = 1000;

    private static final List<Together> WAYS = List.of(Together.values());

    private final Dice dice;
    private final Settings settings;

    People(Dice dice, Settings settings) {
        this.dice = dice;
        this.settings = settings;
    }

    /** Every request; the false ones are asked for by the reseller. */
    List<Asker.Wish> all() {
        var all = new ArrayList<Asker.Wish>();
        for (var week = 0; week < settings.weeks(); week++) {
            // However small the world is, somebody asks.
            var persons = Math.max(1, expected(week));
            while (persons > 0) {
                var wish = wish(all.size(), week, true);
                all.add(wish);
                persons -= wish.persons();
            }
        }
        return all;
    }

    private int expected(int week) {
        return settings.size().placesAWeek()
                * settings.demand()
                / 100
                * (80 + dice.below(41, About.ARRIVALS, week, 0))
                / 100;
    }

    /** The false identities that are not recognised, spread over the weeks. */
    List<Asker.Wish> fakes(int requests) {
        return IntStream.range(0, requests * settings.reseller().fakes() / 100)
                .filter(fake -> !dice.happens(settings.reseller().caught(), About.CAUGHT, fake, 0))
                .mapToObj(fake -> wish(requests + fake, fake % settings.weeks(), false))
                .toList();
    }

    private Asker.Wish wish(int id, int week, boolean real) {
        return new Asker.Wish(
                id,
                week * Timetable.DAYS + dice.below(Timetable.DAYS, About.DAY, id, 0),
                real ? persons(id) : 1,
                together(id),
                1 + dice.below(HIGHEST, About.VALUE, id, 0),
                Channel.of(dice.below(100, About.CHANNEL, id, 0)),
                real ? reach(id) : new Asker.Reach(~0, ~0, 0, false),
                real);
    }

    /** Of the families two thirds are couples, the others three or four persons. */
    private int persons(int id) {
        if (!dice.happens(settings.families(), About.PERSONS, id, 0)) {
            return 1;
        }
        return Math.max(2, dice.below(6, About.PERSONS, id, 1) - 1);
    }

    /** Nobody asks for what cannot be: more counters at once, or more hours in a row, than there are. */
    private Together together(int id) {
        var wished = WAYS.get(dice.below(WAYS.size(), About.TOGETHER, id, 0));
        var most = switch (wished) {
            case SIMULTANEOUS -> settings.size().counters();
            case ADJACENT, SAME_DAY -> settings.size().hours();
        };
        return persons(id) <= most ? wished : Together.SAME_DAY;
    }

    /** Half can go to every centre, the others to one; six of ten on every weekday, the others on some. */
    private Asker.Reach reach(int id) {
        var favourite = dice.below(settings.size().centres(), About.CENTRES, id, 0);
        var centres = dice.happens(50, About.CENTRES, id, 1) ? ~0 : 1 << favourite;
        var all = (1 << Timetable.DAYS) - 1;
        var some = 1 + dice.below(all, About.DAYS, id, 1);
        return new Asker.Reach(
                centres,
                dice.happens(60, About.DAYS, id, 0) ? all : some,
                favourite,
                dice.happens(settings.standby(), About.STANDBY, id, 0));
    }
}
