package org.guichet.app.asking;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.choosing.Calendar;
import org.guichet.app.choosing.Chooser;
import org.guichet.app.choosing.Month;
import org.guichet.app.choosing.Wanted;
import org.guichet.app.page.View;

/**
 * A centre, then a day, then a time: whichever is to be chosen next. {@code here} is the address of the calendar,
 * {@code before} that of the question before it, {@code wishes} that of the questions for whom nothing of it suits.
 */
public record PlacePage(
        View view,
        Catalogue catalogue,
        Catalogue.Procedure procedure,
        Chooser chooser,
        Calendar calendar,
        Look look,
        String here,
        String before,
        String wishes) {
    /** What somebody looks at, as it stands in the address. */
    public record Look(String centre, String month, String day, String said) {}

    /** What is to be chosen next: the end of the message keys. */
    public String asks() {
        if (calendar.isEmpty()) {
            return "nothing";
        }
        return centre().isEmpty() ? "centre" : day().isEmpty() ? "day" : "time";
    }

    /** Whether this is part of the form. */
    public boolean isAsking() {
        return !wishes.isEmpty();
    }

    public boolean isTaken() {
        return look.said().equals("prise");
    }

    /** The page before this one. */
    public String back() {
        return switch (asks()) {
            case "time" -> at(centre().orElseThrow());
            case "day" -> centres().size() > 1 ? here : before;
            default -> before;
        };
    }

    /** Those that have a time. */
    public List<Catalogue.Centre> centres() {
        return catalogue.centresOf(procedure.code()).stream()
                .filter(it -> calendar.has(it.code()))
                .toList();
    }

    /** The centre that was chosen, or the only one. */
    public Optional<Catalogue.Centre> centre() {
        var all = centres();
        return all.stream()
                .filter(it -> all.size() == 1 || it.code().equals(look.centre()))
                .findFirst();
    }

    /** The day that was chosen, as long as it has a time. */
    public Optional<LocalDate> day() {
        return centre().flatMap(it -> parsed(look.day(), LocalDate::parse)
                .filter(day -> calendar.days(it.code()).contains(day)));
    }

    public Month month() {
        return calendar.month(centre().orElseThrow().code(), parsed(look.month(), YearMonth::parse));
    }

    /** The times of the day, before or after noon. */
    public List<Wanted> times(boolean morning) {
        var centre = centre().orElseThrow().code();
        return calendar.times(centre, day().orElseThrow()).stream()
                .filter(it ->
                        Catalogue.isMorning(it.atZone(view.masthead().zone()).toLocalTime()) == morning)
                .map(it -> new Wanted(centre, it))
                .toList();
    }

    /** The earliest of all that can be chosen on this page or behind it. */
    public Wanted first() {
        return centre().map(it -> calendar.first(it.code()))
                .orElseGet(() -> centres().stream()
                        .map(it -> calendar.first(it.code()))
                        .min(Comparator.comparing(Wanted::start))
                        .orElseThrow());
    }

    public String when(Instant start) {
        return view.t("answer.when", "date", view.date(start), "time", view.time(start));
    }

    public String address(Wanted wanted) {
        return catalogue.centre(wanted.centre()).orElseThrow().address();
    }

    public String at(Catalogue.Centre centre) {
        return here + "&centre=" + centre.code();
    }

    public String in(YearMonth month) {
        return at(centre().orElseThrow()) + "&mois=" + month;
    }

    public String on(LocalDate day) {
        return at(centre().orElseThrow()) + "&jour=" + day;
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(parse.apply(text));
        } catch (DateTimeException nothingOfThatKind) {
            return Optional.empty();
        }
    }
}
