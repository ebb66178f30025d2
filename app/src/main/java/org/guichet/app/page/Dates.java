package org.guichet.app.page;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Dates as people read them: weekday, day, month in words, year; 24 hours. */
final class Dates {
    private static final String FULL = "EEEE d MMMM uuuu";
    private static final DateTimeFormatter FIGURES = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private record Words(Language language, String pattern) {}

    // To read a pattern takes longer than to write a date.
    private static final Map<Words, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

    private Dates() {}

    static String full(Language language, LocalDate date) {
        return named(language, FULL, date);
    }

    static String withoutWeekday(Language language, LocalDate date) {
        return named(language, "d MMMM uuuu", date);
    }

    static String month(Language language, YearMonth month) {
        return format(language, "MMMM uuuu", month);
    }

    static String time(LocalTime time) {
        return TIME.format(time);
    }

    // The names of the months differ from one Arabic-speaking country to the next; the figures are the same everywhere.
    private static String named(Language language, String pattern, LocalDate date) {
        return switch (language) {
            case FR -> format(language, date.getDayOfMonth() == 1 ? pattern.replace("d ", "d'er' ") : pattern, date);
            case EN -> format(language, pattern, date);
            case AR -> format(language, pattern, date) + " (" + FIGURES.format(date) + ")";
        };
    }

    private static String format(Language language, String pattern, TemporalAccessor value) {
        return FORMATTERS
                .computeIfAbsent(
                        new Words(language, pattern),
                        words -> DateTimeFormatter.ofPattern(
                                words.pattern, Locale.forLanguageTag(words.language.code())))
                .format(value);
    }
}
