package org.guichet.app.page;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days and months as people type them: 4, 04, avril, April; 3/5, 3 mai, 03/05/2021, 3.5. */
public final class TypedDate {
    private static final Pattern PARTS = Pattern.compile("[\\s/.\\-,]+");
    private static final Map<String, Integer> MONTHS = months();

    private TypedDate() {}

    /** A month as figure or word, in any of our languages; short forms of three letters and more are understood. */
    public static Optional<Integer> month(String typed) {
        var text = plain(typed);
        if (text.matches("[0-9]{1,2}")) {
            return Optional.of(Integer.parseInt(text)).filter(it -> it >= 1 && it <= 12);
        }
        var exact = Optional.ofNullable(MONTHS.get(text));
        return exact.isPresent() || text.length() < 3 ? exact : abbreviated(text);
    }

    /** A day to come: without a year it is the next such day from {@code today} on. */
    public static Optional<LocalDate> day(String typed, LocalDate today) {
        var parts =
                PARTS.split(typed.replaceAll("(?i)\\b(1)er\\b", "$1").strip().replaceAll("[/.,\\-]+$", ""), -1);
        if (parts.length < 2 || parts.length > 3) {
            return Optional.empty();
        }
        var day = plain(parts[0]);
        var month = month(parts[1]);
        if (!day.matches("[0-9]{1,2}") || month.isEmpty()) {
            return Optional.empty();
        }
        return parts.length == 3
                ? year(parts[2]).flatMap(year -> date(year, month.get(), Integer.parseInt(day)))
                : date(today.getYear(), month.get(), Integer.parseInt(day))
                        .flatMap(it -> it.isBefore(today)
                                ? date(it.getYear() + 1, month.get(), Integer.parseInt(day))
                                : Optional.of(it));
    }

    static Optional<Integer> year(String typed) {
        var text = plain(typed);
        return text.matches("[0-9]{4}")
                ? Optional.of(Integer.parseInt(text))
                : text.matches("[0-9]{2}") ? Optional.of(2000 + Integer.parseInt(text)) : Optional.empty();
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> abbreviated(String text) {
        var meant = MONTHS.entrySet().stream()
                .filter(it -> it.getKey().startsWith(text))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private static String plain(String typed) {
        return Normalizer.normalize(Text.latinDigits(typed), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+|\\.", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    // Arabic month names differ by country; the Levantine and Maghrebi ones stand beside the common ones.
    private static Map<String, Integer> months() {
        var names = new HashMap<String, Integer>();
        for (var month : Month.values()) {
            for (var language : new String[] {"fr", "en", "ar", "es", "pt"}) {
                var locale = Locale.forLanguageTag(language);
                names.put(plain(month.getDisplayName(TextStyle.FULL_STANDALONE, locale)), month.getValue());
            }
        }
        var levant = "كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول";
        var maghreb = "جانفي,فيفري,مارس,أفريل,ماي,جوان,جويلية,أوت,سبتمبر,أكتوبر,نوفمبر,ديسمبر";
        for (var list : new String[] {levant, maghreb}) {
            var each = list.split(",", -1);
            for (int i = 0; i < each.length; i++) {
                names.put(plain(each[i]), i + 1);
            }
        }
        return Map.copyOf(names);
    }
}
