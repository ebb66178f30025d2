package org.guichet.app.asking;

import java.util.Map;
import java.util.Objects;
import org.guichet.app.Visitor;
import org.guichet.app.World;
import org.guichet.app.registration.Applicant;

/** The way of somebody through the form, as far as a test wants it. */
record Walk(Visitor visitor) {
    private static final String FIRST = "/fr/demande/famille/qui";
    static final Map<String, String> FRIDAY = Map.of("place", "loire/2021-04-23T07:00:00Z");

    String acting(String key) {
        var proof = "/fr/suivi/preuve?vers=suivi/place&k=" + key;
        return visitor.post(proof, Map.of("jour", "22", "mois", "4", "annee", "1985"))
                .location()
                .replaceAll(".*k=", "");
    }

    /** Where the pages about the person lead. */
    String asked(Applicant person) {
        var at = visitor.post(FIRST, Map.of("qui", "moi")).location();
        return document(visitor.post(at, name(1, person)).location(), 1, person);
    }

    String document(String at, int number, Applicant person) {
        var own = "p" + number + "-";
        var document = person.document().orElseThrow();
        return visitor.post(
                        at,
                        Map.of(
                                own + "document",
                                "passeport",
                                own + "pays",
                                document.country(),
                                own + "numero",
                                document.number()))
                .location();
    }

    static Map<String, String> name(int number, Applicant person) {
        var own = "p" + number + "-";
        return Map.of(
                own + "nom",
                person.familyName(),
                own + "prenoms",
                person.givenNames(),
                own + "jour",
                "22",
                own + "mois",
                "4",
                own + "annee",
                "1985");
    }

    /** Where a group of three is led. */
    String group(String together) {
        var at = visitor.post(FIRST, Map.of("qui", "groupe")).location();
        at = document(visitor.post(at, name(1, World.AMINA)).location(), 1, World.AMINA);
        at = document(visitor.post(at, name(2, World.KARIM)).location(), 2, World.KARIM);
        at = visitor.post(at, Map.of("encore-2", "oui")).location();
        at = document(visitor.post(at, name(3, World.LAN)).location(), 3, World.LAN);
        at = visitor.post(at, Map.of("encore-3", "non")).location();
        return visitor.post(at, Map.of("ensemble", together)).location();
    }

    String checked(Applicant person) {
        return checked(person, Objects.requireNonNull(FRIDAY.get("place")));
    }

    String checked(Applicant person, String place) {
        var contact = visitor.post(asked(person), Map.of("place", place)).location();
        return visitor.post(contact, Map.of("bureau", "1")).location();
    }

    String send(String check) {
        return visitor.post(check.replace("/verification?", "/envoi?"), Map.of())
                .location();
    }

    String status(String receipt) {
        return visitor.get(receipt.replaceAll("/recu\\?.*k=", "/suivi?k=")).body();
    }

    static String withoutFragment(String address) {
        return address.replaceAll("#.*", "");
    }
}
