package org.guichet.app.asking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Horizon;
import org.guichet.app.page.Phrase;
import org.guichet.app.page.Problem;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;

/**
 * What the rules in force can never serve, said at the question where it can be mended, with what they can serve. Each
 * question is about what the questions before it have left.
 */
public record Never(Horizon horizon, Horizon.Group group) {
    private static final int NAMED_MAX = 3;

    /** A part of a day, as messages call it. */
    private enum Part {
        MORNING,
        AFTERNOON,
        DAY
    }

    /** For a request that stands in the line already: the rules may have changed since it was made. */
    public static Optional<Problem> of(Horizon horizon, Horizon.Group group, Wishes wishes) {
        var never = new Never(horizon, group);
        return never.together("ensemble")
                .or(() -> never.centres("centres", wishes))
                .or(() -> never.moments("moments", wishes))
                .or(() -> never.days("du-1", wishes));
    }

    /** Wherever and whenever they come. */
    Optional<Problem> together(String field) {
        if (!horizon.isNever(group, Wishes.ANYTHING)) {
            return Optional.empty();
        }
        var others = otherWays(Wishes.ANYTHING);
        return Optional.of(problem(
                field,
                "together",
                others.isEmpty()
                        ? fewer()
                        : Stream.concat(most(), others.stream()).toList()));
    }

    /** In the centres of these wishes, whenever they come. */
    Optional<Problem> centres(String field, Wishes wishes) {
        var there = wishes.atAnyTime();
        if (!horizon.isNever(group, there)) {
            return Optional.empty();
        }
        var elsewhere = addresses(group, Wishes.ANYTHING);
        return Optional.of(problem(field, "centres", named(elsewhere, otherWays(there))));
    }

    /** In the centres and at the moments of these wishes, on any day. */
    Optional<Problem> moments(String field, Wishes wishes) {
        var then = wishes.onAnyDay();
        if (!horizon.isNever(group, then)) {
            return Optional.empty();
        }
        return Optional.of(problem(field, "moments", named(moments(then), otherWays(then))));
    }

    /** On the days that these wishes leave. */
    Optional<Problem> days(String field, Wishes wishes) {
        if (!horizon.isNever(group, wishes)) {
            return Optional.empty();
        }
        var first = horizon.first(group, wishes.onAnyDay()).map(it -> new Phrase("asking.never.first", "day", it));
        return Optional.of(problem(
                field,
                "days",
                Stream.concat(first.stream(), otherWays(wishes).stream()).toList()));
    }

    private Problem problem(String field, String what, List<Phrase> works) {
        return new Problem(
                field,
                "asking.never." + what,
                "group",
                group.persons() > 1,
                "who",
                new Phrase("asking.never.who", "way", group.together(), "persons", group.persons()),
                "works",
                new Phrase.Several(works));
    }

    private List<Phrase> otherWays(Wishes wishes) {
        return group.persons() == 1
                ? List.of()
                : horizon.ways(group.persons(), wishes).stream()
                        .filter(it -> it != group.together())
                        .map(it -> new Phrase("asking.never.way", "way", it))
                        .toList();
    }

    /** How many can come in this way, and where. */
    private Stream<Phrase> most() {
        var most = horizon.most(group.together(), Wishes.ANYTHING);
        var where = addresses(new Horizon.Group(most, group.together()), Wishes.ANYTHING);
        return most > 1
                ? Stream.of(new Phrase(
                        "asking.never.most", "way", group.together(), "most", most, "centres", firstOf(where)))
                : Stream.empty();
    }

    private List<Phrase> fewer() {
        var most = Stream.of(Together.values())
                .mapToInt(it -> horizon.most(it, Wishes.ANYTHING))
                .max()
                .orElse(1);
        return List.of(new Phrase("asking.never.fewer", "most", most));
    }

    private static List<Phrase> named(List<?> possible, List<Phrase> ways) {
        var sentences = new ArrayList<Phrase>();
        if (!possible.isEmpty()) {
            var all = possible.size() <= NAMED_MAX;
            sentences.add(new Phrase("asking.never.possible", "all", all, "list", firstOf(possible)));
        }
        sentences.addAll(ways);
        return sentences;
    }

    private List<String> addresses(Horizon.Group who, Wishes wishes) {
        return horizon.centres(who, wishes).stream()
                .map(Catalogue.Centre::address)
                .toList();
    }

    /** The half days that would do, each alone; a whole day where only both of its halves do. */
    private List<Phrase> moments(Wishes wishes) {
        var found = new ArrayList<Phrase>();
        for (var day : Step.days()) {
            var morning = Moments.code(day, true);
            var afternoon = Moments.code(day, false);
            if (suits(wishes, morning)) {
                found.add(new Phrase("asking.never.half", "part", Part.MORNING, "day", day));
            }
            if (suits(wishes, afternoon)) {
                found.add(new Phrase("asking.never.half", "part", Part.AFTERNOON, "day", day));
            }
            if (!suits(wishes, morning) && !suits(wishes, afternoon) && suits(wishes, morning, afternoon)) {
                found.add(new Phrase("asking.never.half", "part", Part.DAY, "day", day));
            }
        }
        return found;
    }

    private boolean suits(Wishes wishes, String... halfDays) {
        return !horizon.isNever(group, wishes.at(Moments.of(List.of(halfDays))));
    }

    private static <T> List<T> firstOf(List<T> all) {
        return all.subList(0, Math.min(NAMED_MAX, all.size()));
    }
}
