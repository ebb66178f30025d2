package org.guichet.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The pages of the staff, on a day with appointments; they are in French only. */
final class StaffPages {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern PROOF = Pattern.compile("action=\"/agent/priorites(/[^\"]+/preuve)\"");

    private final Walker walker;
    private final Consumer<Pages.Stop> visit;

    StaffPages(Walker walker, Consumer<Pages.Stop> visit) {
        this.walker = walker;
        this.visit = visit;
    }

    void signIn() {
        visit("agent signs in", "/agent/connexion");
        visit("agent signs in, wrong", walker.post("/agent/connexion", "nom", "charcot-5", "mot-de-passe", "x"));
        walker.post("/agent/connexion", "nom", "charcot-5", "mot-de-passe", "bienvenue");
        visit("agent chooses a counter", "/agent/guichet");
        post("/agent/guichet", "", "guichet", "5");
    }

    void day() {
        visit("agent day", "/agent");
        visit("agent day, another", "/agent?jour=2021-04-23");
        visit("agent day, several found", post("/agent", "/recherche", "q", "benali"));
        visit("agent day, nobody found", post("/agent", "/recherche", "q", "1234"));
        visit("agent tells", "/agent/a-prevenir");
        visit("agent precedence", "/agent/priorites");
        visit("agent precedence, number to correct", "/agent/priorites?numero=12");
    }

    /** Somebody with an appointment today comes and brings everything. */
    void received(String number) {
        var dossier = post("/agent", "/recherche", "q", number);
        visit("agent dossier, expected", dossier);
        precedence("/agent/priorites?numero=" + number);
        post(dossier, "/arrivee");
        visit("agent dossier, waiting", dossier);
        post(dossier, "/appel");
        visit("agent dossier, called", dossier);
        visit("agent incomplete", dossier + "/incomplet");
        visit("agent incomplete, to correct", post(dossier, "/incomplet"));
        post(dossier, "/depot");
        visit("agent dossier, received", dossier);
        visit("paper receipt, by the agent", dossier.replace("/rendez-vous/", "/recepisses/"));
    }

    /** Somebody shows a proof. */
    private void precedence(String found) {
        visit("agent precedence, found", found);
        var proof = PROOF.matcher(walker.get(found).text());
        if (!proof.find()) {
            throw new IllegalStateException(found + " takes no proof");
        }
        visit("agent precedence, to correct", post("/agent/priorites", proof.group(1)));
        visit("agent precedence, seen", post("/agent/priorites", proof.group(1), "categorie", "juge", "vue", "oui"));
    }

    /** Somebody comes and lacks a document. */
    void incomplete(String number) {
        var dossier = post("/agent", "/recherche", "q", number);
        post(dossier, "/arrivee");
        post(dossier, "/appel");
        post(dossier, "/incomplet", "manque", "1", "remarque", "Une photographie est floue.");
        visit("paper receipt, incomplete", dossier.replace("/rendez-vous/", "/recepisses/"));
    }

    private void visit(String name, String address) {
        visit.accept(new Pages.Stop(Pages.LANGUAGES.getFirst(), name, address));
    }

    /** Sends a form of the page, with the token that stands in it. */
    private String post(String page, String action, String... fields) {
        var token = TOKEN.matcher(walker.get(page).text());
        if (!token.find()) {
            throw new IllegalStateException(page + " has no form");
        }
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("_csrf", token.group(1)));
        return walker.post(page + action, all);
    }
}
