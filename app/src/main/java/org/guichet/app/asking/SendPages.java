package org.guichet.app.asking;

import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.choosing.Choose;
import org.guichet.app.choosing.ChosenSeals;
import org.guichet.app.choosing.Wanted;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.View;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Register;
import org.guichet.app.registration.Request;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The check page, and the one step that writes. */
@Controller
@RequestMapping(Language.PATH + "/demande/{procedure}")
final class SendPages {
    private final Html html;
    private final Asked asked;
    private final Register register;
    private final Choose choose;
    private final ChosenSeals seals;
    private final Passes passes;

    SendPages(Html html, Asked asked, Register register, Choose choose, ChosenSeals seals, Passes passes) {
        this.html = html;
        this.asked = asked;
        this.register = register;
        this.choose = choose;
        this.seals = seals;
        this.passes = passes;
    }

    @GetMapping("/verification")
    ResponseEntity<byte[]> check(
            View view, @PathVariable String procedure, @RequestParam(name = "s", defaultValue = "") String sealed) {
        var known = asked.procedure(view, procedure);
        return switch (asked.open(view, procedure, sealed)) {
            case Asked.Opened.Gone() -> gone(view, procedure);
            case Asked.Opened.Good(var answers) ->
                asked.firstOpen(view, known, answers)
                        .map(step -> ask(view, known, step, answers))
                        .orElseGet(() -> html.ok(page(view, known, answers.checked())));
        };
    }

    @PostMapping("/envoi")
    ResponseEntity<byte[]> send(
            View view, @PathVariable String procedure, @RequestParam(name = "s", defaultValue = "") String sealed) {
        var known = asked.procedure(view, procedure);
        return switch (asked.open(view, procedure, sealed)) {
            case Asked.Opened.Gone() -> gone(view, procedure);
            case Asked.Opened.Good(var answers) ->
                asked.firstOpen(view, known, answers)
                        .map(step -> ask(view, known, step, answers))
                        .orElseGet(() -> answers.place()
                                .map(it -> choose(view, known, answers, it))
                                .orElseGet(() -> record(view, known, answers)));
        };
    }

    private ResponseEntity<byte[]> record(View view, Catalogue.Procedure procedure, Answers answers) {
        var outcome = register.register(view.authority(), asked.application(view, procedure, answers));
        return switch (outcome) {
            case Register.Outcome.Registered(var request) -> receipt(view, request, "");
            case Register.Outcome.SentBefore(var request) -> receipt(view, request, "deja=1&");
        };
    }

    private ResponseEntity<byte[]> choose(View view, Catalogue.Procedure procedure, Answers answers, Wanted wanted) {
        var chosen = "c=" + seals.seal(view.authority(), wanted) + "&";
        return switch (choose.choose(view.authority(), asked.application(view, procedure, answers), wanted)) {
            case Choose.Outcome.Recorded(var request) -> receipt(view, request, chosen);
            case Choose.Outcome.SentBefore(var request) -> receipt(view, request, "deja=1&" + chosen);
            case Choose.Outcome.Taken() -> Html.see(asked.taken(view, procedure, answers, wanted));
            case Choose.Outcome.Over() -> Html.see(asked.over(view, procedure, answers));
        };
    }

    private ResponseEntity<byte[]> receipt(View view, Request request, String more) {
        return Html.see(
                view.to("/recu?" + more + "k=" + passes.key(view.authority(), request.id(), Passes.Level.LOOK)));
    }

    private ResponseEntity<byte[]> ask(View view, Catalogue.Procedure procedure, Step step, Answers answers) {
        var again = answers.isAnswered(step) ? answers.mark(step, false) : answers;
        return Html.see(asked.to(view, procedure, step.slug(), again));
    }

    private CheckPage page(View view, Catalogue.Procedure procedure, Answers answers) {
        var sealed = asked.seal(view, procedure.code(), answers);
        var last = Step.route(answers).getLast().slug();
        return new CheckPage(
                view,
                asked.catalogue(view),
                procedure,
                answers,
                asked.application(view, procedure, answers),
                answers.place().isEmpty() && asked.isChoice(view, procedure.code()),
                sealed,
                view.to("/demande/" + procedure.code() + "/" + last + "?s=" + sealed));
    }

    private ResponseEntity<byte[]> gone(View view, String procedure) {
        return html.page(HttpStatus.GONE, new GonePage(view.at("/demarches/" + procedure), procedure));
    }
}
