package org.guichet.app.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Horizon;
import org.guichet.app.catalogue.PlannedPlaces;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;
import org.guichet.core.planning.Week;

/** The places of a line that are planned and that nobody holds, by half days: wishes tell no more apart. */
final class Planned {
    private final LocalDate monday;
    private final List<HalfDay> halfDays;
    private final List<Kind> kinds;

    /** What is alike to everybody, but for single days that are impossible. */
    private record Kind(String centre, DayOfWeek day, boolean morning) {
        boolean suits(Wishes wishes) {
            return wishes.acceptsIn(centre) && wishes.moments().has(day, morning);
        }
    }

    /** The places of a centre in one half of a day, and how many of them begin at the same time at most. */
    private record HalfDay(String centre, LocalDate date, boolean morning, int places, int atOnce) {
        static final Comparator<HalfDay> EARLIEST = Comparator.comparing(HalfDay::date)
                .thenComparing(HalfDay::centre)
                .thenComparing(HalfDay::morning);

        HalfDay and(HalfDay other) {
            return new HalfDay(centre, date, morning, places + other.places, Math.max(atOnce, other.atOnce));
        }

        Kind kind() {
            return new Kind(centre, date.getDayOfWeek(), morning);
        }

        boolean suits(Wishes wishes) {
            return wishes.acceptsIn(centre) && wishes.acceptsOn(date, morning);
        }

        boolean hasRoom(Horizon.Group group) {
            return group.persons() <= (group.together() == Together.SIMULTANEOUS ? atOnce : places);
        }
    }

    private Planned(LocalDate monday, List<HalfDay> halfDays) {
        this.monday = monday;
        this.halfDays = halfDays;
        this.kinds = halfDays.stream().map(HalfDay::kind).distinct().toList();
    }

    /** From the week of this Monday on. */
    static Planned of(LocalDate monday, ZoneId zone, Map<PlannedPlaces.Start, Integer> places) {
        record Key(String centre, LocalDate date, boolean morning) {}
        var halfDays = new HashMap<Key, HalfDay>();
        places.forEach((start, count) -> {
            var local = start.at().atZone(zone);
            var key = new Key(start.centre(), local.toLocalDate(), Catalogue.isMorning(local.toLocalTime()));
            halfDays.merge(key, new HalfDay(key.centre, key.date, key.morning, count, count), HalfDay::and);
        });
        return new Planned(
                monday, halfDays.values().stream().sorted(HalfDay.EARLIEST).toList());
    }

    /** How many places of each kind there are in each week. */
    int[][] byKind() {
        return kinds.stream().map(kind -> byWeek(it -> it.kind().equals(kind))).toArray(int[][]::new);
    }

    /** The kinds that suit. */
    int[] kinds(Wishes wishes) {
        return IntStream.range(0, kinds.size())
                .filter(it -> kinds.get(it).suits(wishes))
                .toArray();
    }

    /** The places that suit, where there are enough of them for all who come together. */
    List<Week> suiting(Wishes wishes, Horizon.Group group) {
        var places = byWeek(it -> it.hasRoom(group) && it.suits(wishes));
        return IntStream.range(0, places.length)
                .mapToObj(week -> new Week(monday.plusWeeks(week), places[week]))
                .toList();
    }

    private int[] byWeek(Predicate<HalfDay> which) {
        var places = new int[Limits.WEEKS_LOOKED_AHEAD];
        halfDays.stream().filter(which).forEach(it -> {
            var week = (int) ChronoUnit.WEEKS.between(monday, it.date);
            if (week < places.length) {
                places[week] += it.places;
            }
        });
        return places;
    }
}
