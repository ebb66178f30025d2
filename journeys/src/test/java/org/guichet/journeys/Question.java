package org.guichet.journeys;

import java.util.List;

/** A question page with an answer that is to be corrected, where there is one, and an answer that is good. */
record Question(String name, List<String> wrong, List<String> right) {
    private static final List<String> NOTHING = List.of();
    private static final List<String> EMPTY = List.of("rien", "");

    /** All that is asked of two persons who choose where and when. */
    static List<Question> ofACouple(String language, String year) {
        return List.of(
                new Question("who", EMPTY, fields("qui", "groupe")),
                person(1, "BENALI", "Amina", year),
                document(1, language + "11CD34567"),
                person(2, "BENALI", "Karim", year),
                document(2, language + "11CD34568"),
                new Question("another", EMPTY, fields("encore-2", "non")),
                new Question("together", EMPTY, fields("ensemble", "meme-heure")),
                new Question("where and when", EMPTY, fields("ou", "choisir")),
                new Question("centres", EMPTY, fields("centres", "charcot", "centres", "loire")),
                new Question(
                        "moments", fields("moments", "1m"), fields("moments", "2m", "moments", "4m", "moments", "4a")),
                new Question("preference", NOTHING, fields("centre-prefere", "charcot", "moment-prefere", "")),
                new Question("impossible days", fields("du-1", "bientôt"), EMPTY),
                new Question("contact", EMPTY, fields("courriel", "amina." + language + "@example.org")));
    }

    /** All that is asked of one person who can come in one place at some times only. */
    static List<Question> ofOne(String name, String document, String centre, String moment) {
        return List.of(
                new Question("who", EMPTY, fields("qui", "moi")),
                person(1, name, "Sans Prénom", "1990"),
                document(1, document),
                new Question("where and when", EMPTY, fields("ou", "choisir")),
                new Question("centres", EMPTY, fields("centres", centre)),
                new Question("moments", EMPTY, fields("moments", moment)),
                new Question("preference", NOTHING, fields("centre-prefere", "", "moment-prefere", "")),
                new Question("impossible days", NOTHING, EMPTY),
                new Question("contact", EMPTY, fields("courriel", name + "@example.org")));
    }

    private static Question person(int person, String family, String given, String year) {
        var own = "p" + person + "-";
        return new Question(
                "person " + person,
                fields(own + "nom", "@", own + "jour", "30", own + "mois", "2", own + "annee", year),
                fields(
                        own + "nom",
                        family,
                        own + "prenoms",
                        given,
                        own + "jour",
                        "22",
                        own + "mois",
                        "4",
                        own + "annee",
                        year));
    }

    private static Question document(int person, String number) {
        var own = "p" + person + "-";
        return new Question(
                "document " + person,
                fields(own + "document", "passeport"),
                fields(own + "document", "passeport", own + "pays", "DZ", own + "numero", number));
    }

    private static List<String> fields(String... namesAndValues) {
        return List.of(namesAndValues);
    }
}
