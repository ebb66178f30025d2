package org.guichet.app.registration;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Horizon;
import org.guichet.app.platform.Limits;

/**
 * What suits a request. An empty list of centres means all of them. Places that are acceptable and also preferred form
 * the first tier, the other acceptable ones the second.
 */
public record Wishes(
        List<String> centres,
        Moments moments,
        List<String> preferredCentres,
        Moments preferredMoments,
        List<Days> impossible)
        implements Horizon.Suits {

    public static final Wishes ANYTHING = new Wishes(List.of(), Moments.ALL, List.of(), Moments.ALL, List.of());

    /** From one day to another, both included. */
    public record Days(LocalDate from, LocalDate until) {
        public Days {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("Days end after they begin");
            }
        }

        /** Two ISO dates with a slash between them, as {@link #toString} writes them. */
        public static Days parse(String text) {
            var dates = text.split("/", 2);
            return new Days(LocalDate.parse(dates[0]), LocalDate.parse(dates[1]));
        }

        private boolean reaches(Days later) {
            return !later.from.isAfter(until.plusDays(1));
        }

        private Days upTo(Days later) {
            return later.until.isAfter(until) ? new Days(from, later.until) : this;
        }

        @Override
        public String toString() {
            return from + "/" + until;
        }
    }

    @Override
    public boolean acceptsIn(String centre) {
        return suits(centres, centre);
    }

    @Override
    public boolean acceptsOn(LocalDate day, boolean morning) {
        return moments.has(day.getDayOfWeek(), morning)
                && impossible.stream().noneMatch(it -> !day.isBefore(it.from()) && !day.isAfter(it.until()));
    }

    public boolean acceptsAt(Instant start, ZoneId zone) {
        var local = start.atZone(zone);
        return acceptsOn(local.toLocalDate(), Catalogue.isMorning(local.toLocalTime()));
    }

    /** The lines by which the journal commits to them (docs/spec/journal.md). */
    public String text() {
        return line("centres", centres)
                + line("moments", List.of(moments.bits()))
                + line("preferred-centres", preferredCentres)
                + line("preferred-moments", List.of(preferredMoments.bits()))
                + line("impossible", impossible);
    }

    private static String line(String key, List<?> values) {
        return Stream.concat(Stream.of(key), values.stream())
                .map(Object::toString)
                .collect(joining(" ", "", "\n"));
    }

    /** The same without days that are impossible. */
    public Wishes onAnyDay() {
        return new Wishes(centres, moments, preferredCentres, preferredMoments, List.of());
    }

    /** The same but for one day; days that are over make room. Empty where these are too many ranges all the same. */
    public Optional<Wishes> without(LocalDate day, LocalDate today) {
        var ranges = new ArrayList<Days>();
        Stream.concat(impossible.stream(), Stream.of(new Days(day, day)))
                .filter(it -> !it.until().isBefore(today))
                .sorted(Comparator.comparing(Days::from))
                .forEach(it -> {
                    if (!ranges.isEmpty() && ranges.getLast().reaches(it)) {
                        ranges.add(ranges.removeLast().upTo(it));
                    } else {
                        ranges.add(it);
                    }
                });
        return ranges.size() > Limits.IMPOSSIBLE_RANGES_MAX
                ? Optional.empty()
                : Optional.of(new Wishes(centres, moments, preferredCentres, preferredMoments, List.copyOf(ranges)));
    }

    /** The same at any time. */
    public Wishes atAnyTime() {
        return new Wishes(centres, Moments.ALL, preferredCentres, Moments.ALL, List.of());
    }

    /** The same in these centres. */
    public Wishes in(List<String> others) {
        return new Wishes(others, moments, preferredCentres, preferredMoments, impossible);
    }

    /** The same at these moments. */
    public Wishes at(Moments others) {
        return new Wishes(centres, others, preferredCentres, preferredMoments, impossible);
    }

    public boolean prefersIn(String centre) {
        return acceptsIn(centre) && suits(preferredCentres, centre);
    }

    public boolean prefersAt(Instant start, ZoneId zone) {
        return acceptsAt(start, zone) && preferredMoments.includes(start, zone);
    }

    private static boolean suits(List<String> wanted, String centre) {
        return wanted.isEmpty() || wanted.contains(centre);
    }
}
