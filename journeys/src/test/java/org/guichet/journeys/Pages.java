package org.guichet.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Every page of the service, in every language, in the states that a story leads it through: the one list to which a new page
 * is added. A couple asks in each language; the clock of the demo is moved from event to event.
 */
final class Pages {
    static final List<String> LANGUAGES = List.of("fr", "en", "ar");

    private static final String POOL = "aes-famille";
    private static final Pattern STRONGER = Pattern.compile("k=([^&]+)");

    private final Walker walker = new Walker(Site.ofTheExample());
    private final Consumer<Stop> visit;
    private final List<Couple> couples = new ArrayList<>();

    /** A page and how it is called in a report. */
    record Stop(String language, String name, String address) {
        @Override
        public String toString() {
            return language + " " + name;
        }
    }

    /** Who asked in a language, and the keys that open the request: to look, and to act. */
    private record Couple(String language, String look, String act) {}

    private Pages(Consumer<Stop> visit) {
        this.visit = visit;
    }

    /** Leads through all pages; each is visited while it is as its name says. */
    static void walk(Consumer<Stop> visit) {
        var pages = new Pages(visit);
        for (var language : LANGUAGES) {
            pages.beforeAsking(language);
            pages.askingAndAfter(language);
        }
        pages.story();
    }

    private void beforeAsking(String language) {
        visit(language, "start", "");
        visit(language, "procedure", "/demarches/" + POOL);
        visit(language, "procedure with enough places", "/demarches/remise-titre");
        visit(language, "accessibility", "/accessibilite");
        visit(language, "data", "/donnees");
        visit(language, "finished", "/termine");
        visit(language, "find", "/suivi");
        visit(language, "draws", "/tirages");
        visit(language, "story", "/demo");
        visit(language, "unknown address", "/nulle-part");
        visit(language, "answers too old", "/demande/" + POOL + "/qui?s=old");
    }

    private void askingAndAfter(String language) {
        var at = "/" + language + "/demande/" + POOL + "/qui";
        var year = String.valueOf(1980 + LANGUAGES.indexOf(language));
        for (var question : Question.ofACouple(language, year)) {
            visit.accept(new Stop(language, question.name(), at));
            if (!question.wrong().isEmpty()) {
                visit.accept(new Stop(language, question.name() + ", to correct", walker.post(at, question.wrong())));
            }
            at = walker.post(at, question.right());
        }
        visit.accept(new Stop(language, "check", at));
        var receipt = walker.post(at.replace("/verification?", "/envoi?"));
        visit.accept(new Stop(language, "receipt", receipt));
        var look = key(receipt);
        visit(language, "receipt, sent twice", "/recu?deja=1&k=" + look);
        visit(language, "status, recorded", "/suivi?k=" + look);
        visit(language, "proof", "/suivi/preuve?vers=suivi/preferences&k=" + look);
        var proof = "/" + language + "/suivi/preuve?vers=suivi/preferences&k=" + look;
        visit.accept(new Stop(language, "proof, to correct", walker.post(proof, "annee", "1900")));
        var act = key(walker.post(proof, "jour", "22", "mois", "4", "annee", year));
        visit(language, "changing preferences", "/suivi/preferences?k=" + act);
        visit(language, "changing contact", "/suivi/joindre?k=" + act);
        visit(language, "withdrawal", "/suivi/retrait?k=" + act);
        var contact = "/" + language + "/suivi/joindre?k=" + act;
        visit.accept(new Stop(language, "changing contact, to correct", walker.post(contact, "courriel", "personne")));
        var find = "/" + language + "/suivi";
        visit.accept(new Stop(language, "find, to correct", walker.post(find, "numero", "12", "annee", "")));
        couples.add(new Couple(language, look, act));
    }

    private void story() {
        goOnTo("SEALED");
        goOnTo("DRAWN");
        for (var couple : couples) {
            visit(couple.language(), "status, with a rank", "/suivi?k=" + couple.look());
            visit(couple.language(), "draws, one held", "/tirages");
            visit(couple.language(), "draw", "/tirages/" + POOL + "/1");
            visit(couple.language(), "story, drawn", "/demo");
        }
        goOnTo("OFFERED");
        for (var couple : couples) {
            var offer = "/proposition?k=" + couple.act();
            visit(couple.language(), "status, offered", "/suivi?k=" + couple.look());
            visit(couple.language(), "offer", offer);
            visit(couple.language(), "messages", "/demo/messages");
            var answer = action(walker.get("/" + couple.language() + offer).text(), "/reponse");
            walker.post(answer, "reponse", "oui");
            visit(couple.language(), "offer, answered", offer);
            visit(couple.language(), "status, confirmed", "/suivi?k=" + couple.look());
            visit(couple.language(), "appointment", "/rendez-vous?k=" + couple.act());
            visit(couple.language(), "convocation", "/rendez-vous/convocation?k=" + couple.act());
            visit(couple.language(), "giving back", "/rendez-vous/annulation?k=" + couple.act());
        }
    }

    private void goOnTo(String event) {
        walker.post("/fr/demo/suite", "vers", event);
    }

    private void visit(String language, String name, String path) {
        visit.accept(new Stop(language, name, "/" + language + path));
    }

    private static String key(String address) {
        var found = STRONGER.matcher(address);
        if (!found.find()) {
            throw new IllegalStateException(address + " has no key");
        }
        return found.group(1);
    }

    /** Where a form of the page is sent. */
    private static String action(String html, String end) {
        var form = Pattern.compile("action=\"([^\"]+" + end + "[^\"]*)\"").matcher(html);
        if (!form.find()) {
            throw new IllegalStateException("The page has no form that leads to " + end);
        }
        return form.group(1).replace("&amp;", "&");
    }
}
