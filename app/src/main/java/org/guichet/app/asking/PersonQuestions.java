package org.guichet.app.asking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.guichet.app.page.Form;
import org.guichet.app.page.Text;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Applicant.Birth;
import org.guichet.app.registration.Applicant.Document;
import org.guichet.app.registration.TypedBirth;
import org.guichet.core.allot.Together;

/** The questions about the persons: who, born when, with which document, and how they come together. */
final class PersonQuestions {
    static final Set<String> WHO = Set.of("moi", "groupe", "aide");
    static final Set<String> YES_OR_NO = Set.of("oui", "non");
    static final Map<String, Together> TOGETHER = Map.of(
            "meme-heure", Together.SIMULTANEOUS, "a-la-suite", Together.ADJACENT, "meme-jour", Together.SAME_DAY);
    static final Set<String> EVERYTHING_OR_CHOOSE = Set.of("tout", "choisir");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern NOT_A_NAME = Pattern.compile("[^\\p{L}\\p{M}\\p{Zs}'’ʼ.\\-ʿʾ·]");

    private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("[A-Z0-9]+");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-/]");

    private PersonQuestions() {}

    static void checkChoice(Form form, String field, Set<String> options) {
        if (!options.contains(form.value(field))) {
            form.problem(field, "asking." + field.replaceAll("-[0-9]", "") + ".missing");
        }
    }

    static void checkNames(Form form, int person) {
        var family = Step.field(person, "nom");
        if (!form.has(family)) {
            form.problem(family, "asking.nom.missing");
        }
        checkName(form, family, true);
        checkName(form, Step.field(person, "prenoms"), true);
        checkName(form, Step.field(person, "ecriture"), false);
    }

    static void checkBirth(Form form, int person, LocalDate today) {
        switch (birth(form, person, today)) {
            case BirthReading.Good _ -> {}
            case BirthReading.Bad(var field, var key) -> form.problem(Step.field(person, field), key);
        }
    }

    static void checkDocument(Form form, int person) {
        var kind = Step.field(person, "document");
        var number = Step.field(person, "numero");
        var place = Step.field(person, "lieu");
        switch (form.value(kind)) {
            case "" -> form.problem(kind, "asking.document.missing");
            case "aucun" -> {
                if (!form.has(place)) {
                    form.problem(place, "asking.lieu.missing");
                }
                checkLength(form, place, Limits.NAME_LENGTH_MAX);
            }
            default -> {
                var bare = bare(form.value(number));
                if (bare.length() < 3) {
                    form.problem(number, "asking.numero.missing");
                } else if (!LETTERS_AND_DIGITS.matcher(bare).matches()) {
                    form.problem(number, "asking.numero.letters");
                }
                checkLength(form, number, Limits.DOCUMENT_LENGTH_MAX);
                if (!COUNTRIES.contains(form.value(Step.field(person, "pays")))) {
                    form.problem(Step.field(person, "pays"), "asking.pays.missing");
                }
            }
        }
    }

    /** Two persons of one request that are the same, said at the page of the later one. */
    static void checkTwice(Form form, int person, LocalDate today) {
        if (person == 1) {
            return;
        }
        var identity = applicant(form, person, today).identity();
        for (int other = 1; other < person; other++) {
            if (applicant(form, other, today).identity().equals(identity)) {
                form.problem(Step.field(person, "document"), "asking.document.twice", "first", other, "second", person);
            }
        }
    }

    static List<Applicant> applicants(Answers answers, LocalDate today) {
        var found = new ArrayList<Applicant>();
        for (int person = 1; person <= answers.persons(); person++) {
            found.add(applicant(answers.form(), person, today));
        }
        return found;
    }

    /** The same day where nothing was said, which asks for least. */
    static Together together(Form form) {
        return TOGETHER.getOrDefault(form.value("ensemble"), Together.SAME_DAY);
    }

    /** The countries for the list, named in one language, in its order. */
    static List<Locale> countries(Locale language) {
        var collator = java.text.Collator.getInstance(language);
        return COUNTRIES.stream()
                .map(code -> Locale.of("", code))
                .sorted((a, b) -> collator.compare(a.getDisplayCountry(language), b.getDisplayCountry(language)))
                .toList();
    }

    private static Applicant applicant(Form form, int person, LocalDate today) {
        var kind = form.value(Step.field(person, "document"));
        var document = kind.equals("aucun")
                ? Optional.<Document>empty()
                : Optional.of(new Document(
                        kind(kind),
                        form.value(Step.field(person, "pays")),
                        bare(form.value(Step.field(person, "numero")))));
        var birth = birth(form, person, today) instanceof BirthReading.Good(var good)
                ? good
                : new Birth(today.getYear(), Optional.empty(), Optional.empty());
        return new Applicant(
                form.value(Step.field(person, "nom")),
                form.value(Step.field(person, "prenoms")),
                form.value(Step.field(person, "ecriture")),
                birth,
                document,
                form.value(Step.field(person, "lieu")));
    }

    private static Document.Kind kind(String option) {
        return switch (option) {
            case "passeport" -> Document.Kind.PASSPORT;
            case "titre" -> Document.Kind.PERMIT;
            case "recepisse" -> Document.Kind.RECEIPT;
            case "consulaire" -> Document.Kind.CONSULAR;
            default -> Document.Kind.OTHER;
        };
    }

    private sealed interface BirthReading {
        record Good(Birth birth) implements BirthReading {}

        /** The field that is to be corrected, and why. */
        record Bad(String field, String key) implements BirthReading {}
    }

    private static BirthReading birth(Form form, int person, LocalDate today) {
        var read = TypedBirth.read(
                form.value(Step.field(person, "jour")),
                form.value(Step.field(person, "mois")),
                form.value(Step.field(person, "annee")));
        return switch (read) {
            case TypedBirth.Reading.Good(var birth) -> lived(birth, today);
            case TypedBirth.Reading.Bad(var part) ->
                switch (part) {
                    case MISSING -> new BirthReading.Bad("annee", "asking.birth.missing");
                    case YEAR -> new BirthReading.Bad("annee", "asking.birth.year");
                    case MONTH -> new BirthReading.Bad("mois", "asking.birth.month");
                    case DAY -> new BirthReading.Bad("jour", "asking.birth.day");
                };
        };
    }

    private static BirthReading lived(Birth birth, LocalDate today) {
        if (birth.year() > today.getYear()
                || birth.date().filter(it -> it.isAfter(today)).isPresent()) {
            return new BirthReading.Bad("annee", "asking.birth.future");
        }
        return birth.year() < today.getYear() - Limits.AGE_YEARS_MAX
                ? new BirthReading.Bad("annee", "asking.birth.year")
                : new BirthReading.Good(birth);
    }

    private static void checkName(Form form, String field, boolean latin) {
        var name = form.value(field);
        checkLength(form, field, Limits.NAME_LENGTH_MAX);
        var strange = NOT_A_NAME.matcher(name);
        if (strange.find()) {
            form.problem(field, "asking.name.sign", "sign", strange.group());
        } else if (latin && name.codePoints().anyMatch(PersonQuestions::isOtherScript)) {
            form.problem(field, "asking.name.latin");
        }
    }

    private static boolean isOtherScript(int letter) {
        return Character.isLetter(letter)
                && Arrays.asList(Character.UnicodeScript.LATIN, Character.UnicodeScript.COMMON)
                                .indexOf(Character.UnicodeScript.of(letter))
                        < 0;
    }

    private static void checkLength(Form form, String field, int most) {
        if (form.value(field).length() > most) {
            form.problem(field, "asking.too-long", "most", most);
        }
    }

    private static String bare(String number) {
        return SEPARATORS.matcher(Text.latinDigits(number)).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
