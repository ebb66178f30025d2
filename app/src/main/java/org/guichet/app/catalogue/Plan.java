package org.guichet.app.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The places that the opening rules make: days off and closures left out, no span longer than the opening. In the
 * nights when the clocks change, what the clock leaps over makes no place; of an hour that it shows twice, the first
 * counts.
 */
record Plan(Catalogue catalogue) {

    /** A place before it has a row. */
    record Span(String centre, int counter, Instant startsAt, Instant endsAt) {}

    /** A centre on a day, and the rules by which it receives then. */
    record Day(LocalDate date, String centre, List<Catalogue.Opening> openings) {}

    /** One after the other as they are asked for: whoever looks for one need not make all. */
    Stream<Span> places(String procedure, LocalDate from, LocalDate until) {
        return openings(procedure)
                .flatMap(opening -> dates(opening, from, until).flatMap(day -> spans(opening, day).stream()));
    }

    /** The days on which centres receive, the first day first. */
    Stream<Day> days(String procedure, LocalDate from, LocalDate until) {
        var all = openings(procedure).toList();
        return from.datesUntil(until.plusDays(1))
                .filter(this::isWorking)
                .flatMap(date -> all.stream()
                        .filter(it -> it.isOn(date) && !catalogue.isClosed(it.centre(), date))
                        .collect(Collectors.groupingBy(Catalogue.Opening::centre))
                        .entrySet()
                        .stream()
                        .map(it -> new Day(date, it.getKey(), it.getValue())));
    }

    /** The places of a centre on a day. */
    Stream<Span> spans(Day day) {
        return day.openings().stream().flatMap(it -> spans(it, day.date()).stream());
    }

    private Stream<Catalogue.Opening> openings(String procedure) {
        return catalogue.openings().stream().filter(it -> it.procedure().equals(procedure));
    }

    private Stream<LocalDate> dates(Catalogue.Opening opening, LocalDate from, LocalDate until) {
        var first = from.isAfter(opening.from()) ? from : opening.from();
        var last = until.isBefore(opening.until()) ? until : opening.until();
        return first.isAfter(last)
                ? Stream.empty()
                : first.datesUntil(last.plusDays(1))
                        .filter(opening::isOn)
                        .filter(this::isWorking)
                        .filter(day -> !catalogue.isClosed(opening.centre(), day));
    }

    private boolean isWorking(LocalDate day) {
        return !catalogue.authority().answerTime().dayOff().test(day);
    }

    private List<Span> spans(Catalogue.Opening opening, LocalDate day) {
        var procedure = catalogue.procedure(opening.procedure()).orElseThrow();
        var spans = new ArrayList<Span>();
        for (var hours : opening.hours()) {
            var closes = at(day, hours.until());
            for (var start = at(day, hours.from());
                    !start.plus(procedure.duration()).isAfter(closes);
                    start = once(start.plus(procedure.duration()))) {
                for (int counter : opening.counters()) {
                    spans.add(new Span(opening.centre(), counter, start, start.plus(procedure.duration())));
                }
            }
        }
        return spans;
    }

    // A time that the clock leaps over is the moment of the leap; one that it shows twice is the first.
    private Instant at(LocalDate day, LocalTime time) {
        var local = day.atTime(time);
        var change = zone().getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone()).toInstant();
    }

    // Nobody could tell which half past two is meant: after the first, the next place begins when the clock goes on.
    private Instant once(Instant start) {
        var local = start.atZone(zone());
        var change = zone().getRules().getTransition(local.toLocalDateTime());
        return change != null && change.isOverlap() && local.getOffset().equals(change.getOffsetAfter())
                ? change.getDateTimeBefore().toInstant(change.getOffsetAfter())
                : start;
    }

    private ZoneId zone() {
        return catalogue.authority().zone();
    }
}
