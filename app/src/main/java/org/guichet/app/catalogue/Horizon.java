package org.guichet.app.catalogue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.guichet.app.platform.Limits;
import org.guichet.core.allot.Together;

/**
 * As far as one looks ahead: the days on which the rules in force make places for a procedure, and how many persons can
 * come together on each. Made once a day, and then asked in microseconds.
 */
public final class Horizon {
    private final LocalDate from;
    private final List<Catalogue.Centre> centres;
    private final List<Days> planned;

    private Horizon(LocalDate from, List<Catalogue.Centre> centres, List<Days> planned) {
        this.from = from;
        this.centres = centres;
        this.planned = planned;
    }

    /** Those who come together, and how; with one person it means nothing how. */
    public record Group(int persons, Together together) {}

    /** Which centres and which half days suit somebody. */
    public interface Suits {
        boolean acceptsIn(String centre);

        boolean acceptsOn(LocalDate day, boolean morning);
    }

    /** The days of one centre, the first day first. */
    private record Days(String centre, List<Day> days) {
        Optional<LocalDate> first(Group group, Suits suits) {
            return suits.acceptsIn(centre)
                    ? days.stream()
                            .filter(it -> it.capacity().most(group.together(), true, true) >= group.persons())
                            .filter(it -> it.most(group.together(), suits) >= group.persons())
                            .findFirst()
                            .map(Day::date)
                    : Optional.empty();
        }

        int most(Together together, Suits suits) {
            return suits.acceptsIn(centre)
                    ? days.stream()
                            .mapToInt(it -> it.most(together, suits))
                            .max()
                            .orElse(0)
                    : 0;
        }
    }

    private record Day(LocalDate date, Capacity capacity) {
        int most(Together together, Suits suits) {
            return capacity.most(together, suits.acceptsOn(date, true), suits.acceptsOn(date, false));
        }
    }

    /** Looks ahead from a day on. */
    public static Horizon of(Catalogue catalogue, String procedure, LocalDate from) {
        var plan = new Plan(catalogue);
        var zone = catalogue.authority().zone();
        // A day of the same rules has the same places, unless the clock changes on it.
        record Alike(List<Catalogue.Opening> openings, Duration length) {}
        var known = new HashMap<Alike, Capacity>();
        var days = new TreeMap<String, List<Day>>();
        plan.days(procedure, from, from.plusWeeks(Limits.WEEKS_LOOKED_AHEAD)).forEach(day -> {
            var length = Duration.between(
                    day.date().atStartOfDay(zone), day.date().plusDays(1).atStartOfDay(zone));
            var capacity = known.computeIfAbsent(
                    new Alike(day.openings(), length),
                    _ -> Capacity.of(plan.spans(day).distinct().toList(), zone));
            if (!capacity.equals(Capacity.NONE)) {
                days.computeIfAbsent(day.centre(), _ -> new ArrayList<>()).add(new Day(day.date(), capacity));
            }
        });
        return new Horizon(
                from,
                catalogue.centresOf(procedure),
                days.entrySet().stream()
                        .map(it -> new Days(it.getKey(), List.copyOf(it.getValue())))
                        .toList());
    }

    public LocalDate from() {
        return from;
    }

    /** The centres that ever receive for this procedure. */
    public List<Catalogue.Centre> centres() {
        return centres;
    }

    /**
     * Whether the rules in force can never serve a group. Where they make no places at all, rules to come may make any:
     * then nothing is said to be impossible.
     */
    public boolean isNever(Group group, Suits suits) {
        return !planned.isEmpty()
                && planned.stream().allMatch(it -> it.first(group, suits).isEmpty());
    }

    /** The first day on which a group can come. */
    public Optional<LocalDate> first(Group group, Suits suits) {
        return planned.stream().flatMap(it -> it.first(group, suits).stream()).min(Comparator.naturalOrder());
    }

    /** The ways in which so many persons can come, the closest first. */
    public List<Together> ways(int persons, Suits suits) {
        return Stream.of(Together.values())
                .filter(it -> first(new Group(persons, it), suits).isPresent())
                .toList();
    }

    /** How many persons can come in this way at most. */
    public int most(Together together, Suits suits) {
        return planned.stream().mapToInt(it -> it.most(together, suits)).max().orElse(0);
    }

    /** The centres to which a group can come. */
    public List<Catalogue.Centre> centres(Group group, Suits suits) {
        var codes = planned.stream()
                .filter(it -> it.first(group, suits).isPresent())
                .map(Days::centre)
                .toList();
        return centres.stream().filter(it -> codes.contains(it.code())).toList();
    }
}
