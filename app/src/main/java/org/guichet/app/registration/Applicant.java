package org.guichet.app.registration;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guichet.app.page.View;

/** One person of a request: the document that tells who it is, or where there is none the place of birth. */
public record Applicant(
        String familyName,
        String givenNames,
        String ownScript,
        Birth birth,
        Optional<Document> document,
        String birthPlace) {

    private static final Pattern NOT_PLAIN = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    /** When somebody was born, as far as it is known: an unknown day or month is unknown, and never printed as zero. */
    public record Birth(int year, Optional<Integer> month, Optional<Integer> day) {
        public Birth {
            if (day.isPresent() && (month.isEmpty() || !exists(year, month.get(), day.get()))) {
                throw new DateTimeException("No such day");
            }
        }

        public Optional<LocalDate> date() {
            return day.map(it -> LocalDate.of(year, month.orElseThrow(), it));
        }

        /** In words, as far as it is known, and never with a zero in it. */
        public String in(View view) {
            if (date().isPresent()) {
                return view.t("words.born.day", "date", view.shortDate(date().get()));
            }
            return month.map(it -> view.t("words.born.month", "month", view.month(year, it)))
                    .orElseGet(() -> view.t("words.born.year", "year", String.valueOf(year)));
        }

        public static boolean exists(int year, int month, int day) {
            return day >= 1 && day <= Month.of(month).length(Year.isLeap(year));
        }
    }

    /** An identity document; {@code country} is the one that issued it (ISO 3166, two letters). */
    public record Document(Kind kind, String country, String number) {
        /** The documents that people have in hand. */
        public enum Kind {
            PASSPORT,
            PERMIT,
            RECEIPT,
            CONSULAR,
            OTHER
        }
    }

    public String fullName() {
        return givenNames.isEmpty() ? familyName : familyName + " " + givenNames;
    }

    /** What makes two applicants the same person; it is hashed before it is kept. */
    public String identity() {
        return document.map(it -> "document|" + it.kind() + "|" + it.country() + "|" + plain(it.number()))
                .orElseGet(() -> "declared|" + plain(familyName) + "|" + plain(givenNames) + "|" + birth.year() + "|"
                        + birth.month().orElse(0) + "|" + birth.day().orElse(0) + "|" + plain(birthPlace));
    }

    // Accents, capitals, hyphens and spaces are written differently by different clerks.
    private static String plain(String text) {
        var bare = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return NOT_PLAIN.matcher(bare).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
