package org.guichet.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Every page of the service, in every language, in the states that a story leads it through: the one list to which a
 * new page is added. A couple asks in each language; the clock of the demo is moved from event to event.
 */
final class Pages {
    static final List<String> LANGUAGES = List.of("fr", "en", "ar");

    private static final String POOL = "aes-famille";
    private static final Pattern STRONGER = Pattern.compile("k=([^&]+)");

    private static final Pattern NUMBER =
            Pattern.compile("class=\"code number\"[^>]*>(\\d{4})&nbsp;<wbr>(\\d{4})&nbsp;<wbr>(\\d{4})<");
    private static final Pattern CODE = Pattern.compile("\\?code=([0-9a-f]{64})");

    private final Walker walker;
    private final Consumer<Stop> visit;
    private final StaffPages staff;
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

    private Pages(Walker walker, Consumer<Stop> visit) {
        this.walker = walker;
        this.visit = visit;
        this.staff = new StaffPages(walker, visit);
    }

    /** Leads through all pages; each is visited while it is as its name says. */
    static void walk(Walker walker, Consumer<Stop> visit) {
        var pages = new Pages(walker, visit);
        for (var language : LANGUAGES) {
            pages.beforeAsking(language);
            pages.askingAndAfter(language);
        }
        pages.story();
        pages.visit();
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
        visit(language, "precedence in figures", "/priorites");
        visit(language, "outages", "/interruptions");
        visit(language, "story", "/demo");
        visit(language, "unknown address", "/nulle-part");
        visit(language, "hall, nobody called", "/ecran/charcot");
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
        visit(language, "proof to keep", "/suivi/preuve-journal?k=" + act);
        visit(language, "no receipt yet", "/depot?k=" + act);
        visit(language, "withdrawal", "/suivi/retrait?k=" + act);
        var contact = "/" + language + "/suivi/joindre?k=" + act;
        visit.accept(new Stop(language, "changing contact, to correct", walker.post(contact, "courriel", "personne")));
        var late = walker.post("/" + language + "/suivi/joindre?k=" + look, "courriel", "personne@example.org");
        var kept = walker.post(late, "jour", "22", "mois", "4", "annee", year);
        visit.accept(new Stop(language, "changing contact, kept", kept));
        var find = "/" + language + "/suivi";
        visit.accept(new Stop(language, "find, to correct", walker.post(find, "numero", "12", "annee", "")));
        couples.add(new Couple(language, look, act));
    }

    private void story() {
        goOnTo("SEALED");
        for (var language : LANGUAGES) {
            var round = "/tirages/" + POOL + "/1/tour";
            visit(language, "bringing a round", round);
            visit.accept(new Stop(
                    language,
                    "bringing a round, to correct",
                    walker.post("/" + language + round, "signature", "bonjour")));
        }
        goOnTo("DRAWN");
        for (var couple : couples) {
            visit(couple.language(), "status, with a rank", "/suivi?k=" + couple.look());
            visit(couple.language(), "why not yet, nothing to explain", "/suivi/refus?k=" + couple.look());
            visit(couple.language(), "draws, one held", "/tirages");
            visit(couple.language(), "draw", "/tirages/" + POOL + "/1");
            visit(couple.language(), "draw, one's own", "/tirages/" + POOL + "/1?code=" + code(couple));
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
        new ChoosingPages(walker, visit).visit();
    }

    /** The day of the appointments: the first couple brings everything, the others lack something. */
    private void visit() {
        goOnTo("VISIT");
        staff.signIn();
        staff.day();
        staff.received(number(couples.getFirst()));
        couples.stream().skip(1).forEach(couple -> staff.incomplete(number(couple)));
        for (var couple : couples) {
            visit(couple.language(), "hall", "/ecran/charcot");
            visit(couple.language(), "status, after the visit", "/suivi?k=" + couple.look());
            visit(couple.language(), "paper receipt, one's own", "/depot?k=" + couple.act());
        }
    }

    private String number(Couple couple) {
        var number = NUMBER.matcher(walker.get("/fr/suivi?k=" + couple.look()).text());
        if (!number.find()) {
            throw new IllegalStateException("The status page has no number");
        }
        return number.group(1) + number.group(2) + number.group(3);
    }

    private String code(Couple couple) {
        var code = CODE.matcher(walker.get("/fr/suivi?k=" + couple.look()).text());
        if (!code.find()) {
            throw new IllegalStateException("The status page does not lead to the draw");
        }
        return code.group(1);
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
