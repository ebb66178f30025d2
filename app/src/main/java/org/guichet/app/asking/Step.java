package org.guichet.app.asking;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.app.platform.Limits;

/** One question page; {@code person} counts from 1 on the pages about one person and is 0 elsewhere. */
public record Step(Kind kind, int person) {
    private static final Pattern OWNED =
            Pattern.compile("(p|encore-|fait-personne-|fait-document-|fait-encore-)([1-6])(-.*|)");

    /** What is asked; the part says where in the form it stands. */
    public enum Kind {
        QUI(1),
        PERSONNE(1),
        DOCUMENT(1),
        ENCORE(1),
        ENSEMBLE(1),
        PLACE(2),
        OU(2),
        CENTRES(2),
        MOMENTS(2),
        PREFERENCE(2),
        IMPOSSIBLE(2),
        JOINDRE(3);

        private final int part;

        Kind(int part) {
            this.part = part;
        }

        public int part() {
            return part;
        }

        boolean isAboutPersons() {
            return part == 1;
        }

        boolean isPersonal() {
            return this == PERSONNE || this == DOCUMENT || this == ENCORE;
        }
    }

    static Step of(Kind kind) {
        return new Step(kind, 0);
    }

    /** The last part of the page's address. */
    public String slug() {
        var name = kind.name().toLowerCase(Locale.ROOT);
        return person == 0 ? name : name + "-" + person;
    }

    static Optional<Step> parse(String slug) {
        return Stream.of(Kind.values())
                .flatMap(kind -> kind.isPersonal()
                        ? IntStream.rangeClosed(1, Limits.PERSONS_MAX).mapToObj(person -> new Step(kind, person))
                        : Stream.of(of(kind)))
                .filter(step -> step.slug().equals(slug))
                .findFirst();
    }

    /** The pages that the answers so far lead through, in order. */
    static List<Step> route(Answers answers) {
        var steps = new ArrayList<Step>();
        steps.add(of(Kind.QUI));
        var persons = answers.persons();
        var several = !answers.get("qui").equals("moi");
        for (int person = 1; person <= persons; person++) {
            steps.add(new Step(Kind.PERSONNE, person));
            steps.add(new Step(Kind.DOCUMENT, person));
            var implied = person == 1 && answers.get("qui").equals("groupe");
            if (several && !implied && person < Limits.PERSONS_MAX) {
                steps.add(new Step(Kind.ENCORE, person));
            }
        }
        if (persons > 1) {
            steps.add(of(Kind.ENSEMBLE));
        }
        if (answers.way() == Answers.Way.CALENDAR) {
            steps.addAll(List.of(of(Kind.PLACE), of(Kind.JOINDRE)));
            return steps;
        }
        steps.add(of(Kind.OU));
        if (answers.get("ou").equals("choisir")) {
            steps.addAll(List.of(of(Kind.CENTRES), of(Kind.MOMENTS), of(Kind.PREFERENCE)));
        }
        steps.add(of(Kind.IMPOSSIBLE));
        steps.add(of(Kind.JOINDRE));
        return steps;
    }

    /** The fields of this page. */
    List<String> fields() {
        return switch (kind) {
            case QUI -> List.of("qui");
            case PERSONNE -> own("nom", "prenoms", "ecriture", "jour", "mois", "annee");
            case DOCUMENT -> own("document", "pays", "numero", "lieu");
            case ENCORE -> List.of("encore-" + person);
            case ENSEMBLE -> List.of("ensemble");
            case PLACE -> List.of("place");
            case OU -> List.of("ou");
            case CENTRES -> List.of("centres");
            case MOMENTS -> List.of("moments");
            case PREFERENCE -> List.of("centre-prefere", "moment-prefere");
            case IMPOSSIBLE -> impossible();
            case JOINDRE -> List.of("mobile", "courriel", "rue", "ville", "association", "bureau");
        };
    }

    /** The field that says that this page was answered. */
    String mark() {
        return "fait-" + slug();
    }

    /** The name of a field about one person. */
    public static String field(int person, String name) {
        return "p" + person + "-" + name;
    }

    static List<String> impossible() {
        return IntStream.rangeClosed(1, Limits.IMPOSSIBLE_RANGES_MAX)
                .boxed()
                .flatMap(line -> Stream.of("du-" + line, "au-" + line))
                .toList();
    }

    /** The half days of the grid, Monday to Friday. */
    static List<DayOfWeek> days() {
        return List.of(DayOfWeek.values()).subList(0, 5);
    }

    /** Which person a field is about; 0 for none. */
    static int personOf(String field) {
        var match = OWNED.matcher(field);
        return match.matches() ? Integer.parseInt(match.group(2)) : 0;
    }

    static String movedUp(String field) {
        var match = OWNED.matcher(field);
        return match.matches() ? match.group(1) + (Integer.parseInt(match.group(2)) - 1) + match.group(3) : field;
    }

    private List<String> own(String... names) {
        return Stream.of(names).map(name -> field(person, name)).toList();
    }
}
