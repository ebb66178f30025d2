package org.guichet.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The calendar, where there are more places than people, and what becomes of it when a line forms. */
final class ChoosingPages {
    private static final String PROCEDURE = "/demarches/remise-titre";
    private static final String FIRST = "/demande/remise-titre/qui";
    private static final int QUESTIONS_ABOUT_THE_PERSON = 3;
    private static final Pattern DAY = Pattern.compile("href=\"([^\"]+&amp;jour=[0-9-]+)\"");
    private static final Pattern PLACE = Pattern.compile("name=\"place\" value=\"([^\"]+)\"");
    private static final Pattern WISHES = Pattern.compile("class=\"button second\" href=\"([^\"]+/ou[^\"]+)\"");

    private final Walker walker;
    private final Consumer<Pages.Stop> visit;

    ChoosingPages(Walker walker, Consumer<Pages.Stop> visit) {
        this.walker = walker;
        this.visit = visit;
    }

    void visit() {
        var looking = new ArrayList<String>();
        for (var language : Pages.LANGUAGES) {
            visit(language, "procedure with enough places, to choose", "/" + language + PROCEDURE);
            var check = choose(language);
            looking.add(asked(language, "33" + language));
            wishes(language);
            var receipt = walker.post(check.replace("/verification?", "/envoi?"));
            visit(language, "receipt, a place chosen", receipt);
            visit(language, "status, a place chosen", receipt.replaceFirst("/recu\\?.*k=", "/suivi?k="));
            givesBack(language, receipt.replaceFirst(".*k=", ""));
        }
        lineForms();
        for (int i = 0; i < looking.size(); i++) {
            var language = Pages.LANGUAGES.get(i);
            visit(language, "procedure with enough places, drawn again", "/" + language + PROCEDURE);
            visit(
                    language,
                    "where and when, a line has formed",
                    walker.get(looking.get(i)).location());
        }
    }

    /** To the check page. */
    private String choose(String language) {
        var centres = asked(language, "11" + language);
        visit(language, "choosing a centre", centres);
        var days = centres + "&centre=charcot";
        visit(language, "choosing a day", days);
        var times = found(DAY, walker.get(days).text());
        visit(language, "choosing a time", times);
        var place = found(PLACE, walker.get(times).text());
        var contact = walker.post(centres, "place", place);
        visit(language, "contact, a place kept", contact);
        var check = walker.post(contact, "courriel", "choix." + language + "@example.org");
        visit(language, "check, a place kept", check);
        // The same time at both counters: then it is gone, and the third of them is told.
        walker.post(asked(language, "21" + language), "place", place);
        visit(language, "choosing a time, taken", walker.post(asked(language, "22" + language), "place", place));
        visit(language, "together, too many persons", tooMany(language));
        return check;
    }

    /** And chooses another place. */
    private void givesBack(String language, String look) {
        var proof = "/" + language + "/suivi/preuve?vers=suivi/place&k=" + look;
        var place = walker.post(proof, "jour", "22", "mois", "4", "annee", "1990");
        walker.post(place.replace("/suivi/place?", "/rendez-vous/annulation?"), List.of());
        visit(language, "status, a chosen place given back", place.replace("/suivi/place?", "/suivi?"));
        visit(language, "choosing a centre, again", place);
        visit(language, "choosing a day, again", place + "&centre=loire");
        var first = found(PLACE, walker.get(place).text());
        visit(language, "appointment, chosen again", walker.post(place, "place", first));
    }

    /** Somebody whom none of the places suits, while they are still free. */
    private void wishes(String language) {
        var at = found(WISHES, walker.get(asked(language, "44" + language)).text());
        at = walker.post(walker.post(at, "ou", "tout"), List.of());
        visit(language, "check, places are free", walker.post(at, "bureau", "1"));
    }

    private void lineForms() {
        var at = found(WISHES, walker.get(asked("fr", "55")).text());
        at = walker.post(walker.post(walker.post(at, "ou", "tout"), List.of()), "bureau", "1");
        walker.post(at.replace("/verification?", "/envoi?"));
    }

    private String tooMany(String language) {
        var at = "/" + language + FIRST;
        var couple = Question.ofACouple(language, "1970").subList(0, 5);
        for (var question : couple) {
            at = walker.post(at, question.right());
        }
        at = walker.post(at, "encore-2", "oui");
        for (var question : couple.subList(3, 5)) {
            at = walker.post(at, ofTheThird(question));
        }
        return walker.post(walker.post(at, "encore-3", "non"), "ensemble", "meme-heure");
    }

    private static List<String> ofTheThird(Question second) {
        return second.right().stream()
                .map(it -> it.replace("p2-", "p3-").replace("34568", "34569"))
                .toList();
    }

    private String asked(String language, String document) {
        var at = "/" + language + FIRST;
        for (var question :
                Question.ofOne("Choix", document + "EF34567", "charcot", "1m").subList(0, QUESTIONS_ABOUT_THE_PERSON)) {
            at = walker.post(at, question.right());
        }
        return at;
    }

    private static String found(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("The page has no " + pattern);
        }
        return found.group(1).replace("&amp;", "&");
    }

    private void visit(String language, String name, String address) {
        visit.accept(new Pages.Stop(language, name, address));
    }
}
