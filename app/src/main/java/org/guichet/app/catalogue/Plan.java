package org.guichet.app.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The places that the opening rules make: days off and closures left out, no span longer than the opening. */
record Plan(Catalogue catalogue) {

    /** A place before it has a row. */
    record Span(String centre, int counter, Instant startsAt, Instant endsAt) {}

    /** One after the other as they are asked for: whoever looks for one need not make all. */
    Stream<Span> places(String procedure, LocalDate from, LocalDate until) {
        return catalogue.openings().stream()
                .filter(opening -> opening.procedure().equals(procedure))
                .flatMap(opening -> days(opening, from, until).flatMap(day -> spans(opening, day).stream()));
    }

    private Stream<LocalDate> days(Catalogue.Opening opening, LocalDate from, LocalDate until) {
        var first = from.isAfter(opening.from()) ? from : opening.from();
        var last = until.isBefore(opening.until()) ? until : opening.until();
        return first.isAfter(last)
                ? Stream.empty()
                : first.datesUntil(last.plusDays(1))
                        .filter(day -> opening.days().contains(day.getDayOfWeek()))
                        .filter(day ->
                                !catalogue.authority().answerTime().dayOff().test(day))
                        .filter(day -> !catalogue.isClosed(opening.centre(), day));
    }

    private List<Span> spans(Catalogue.Opening opening, LocalDate day) {
        var procedure = catalogue.procedure(opening.procedure()).orElseThrow();
        var spans = new ArrayList<Span>();
        for (var hours : opening.hours()) {
            var closes = at(day, hours.until());
            for (var start = at(day, hours.from());
                    !start.plus(procedure.duration()).isAfter(closes);
                    start = start.plus(procedure.duration())) {
                for (int counter : opening.counters()) {
                    spans.add(new Span(opening.centre(), counter, start, start.plus(procedure.duration())));
                }
            }
        }
        return spans;
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(catalogue.authority().zone()).toInstant();
    }
}
