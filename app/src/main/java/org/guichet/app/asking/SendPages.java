package org.guichet.app.asking;

import java.util.Optional;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.View;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Register;
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
    private final Passes passes;

    SendPages(Html html, Asked asked, Register register, Passes passes) {
        this.html = html;
        this.asked = asked;
        this.register = register;
        this.passes = passes;
    }

    @GetMapping("/verification")
    ResponseEntity<byte[]> check(
            View view, @PathVariable String procedure, @RequestParam(name = "s", defaultValue = "") String sealed) {
        var known = asked.procedure(view, procedure);
        return switch (asked.open(view, procedure, sealed)) {
            case Asked.Opened.Gone() -> gone(view, procedure);
            case Asked.Opened.Good(var answers) ->
                firstOpen(view, known, answers)
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
                firstOpen(view, known, answers)
                        .map(step -> ask(view, known, step, answers))
                        .orElseGet(() -> record(view, known, answers));
        };
    }

    private ResponseEntity<byte[]> record(View view, Catalogue.Procedure procedure, Answers answers) {
        var outcome = register.register(view.authority(), asked.application(view, procedure, answers));
        var key = passes.key(view.authority(), outcome.request().id(), Passes.Level.LOOK);
        return switch (outcome) {
            case Register.Outcome.Registered _ -> Html.see(view.to("/recu?k=" + key));
            case Register.Outcome.SentBefore _ -> Html.see(view.to("/recu?deja=1&k=" + key));
        };
    }

    // Days pass while a form lies open: every page is checked again before anything is written.
    private Optional<Step> firstOpen(View view, Catalogue.Procedure procedure, Answers answers) {
        return Step.route(answers).stream()
                .filter(step -> !answers.isAnswered(step)
                        || !asked.check(view, procedure, step, answers).isGood())
                .findFirst();
    }

    private ResponseEntity<byte[]> ask(View view, Catalogue.Procedure procedure, Step step, Answers answers) {
        var again = answers.isAnswered(step) ? answers.mark(step, false) : answers;
        var sealed = asked.seal(view, procedure.code(), again);
        return Html.see(view.to("/demande/" + procedure.code() + "/" + step.slug() + "?s=" + sealed));
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
                sealed,
                view.to("/demande/" + procedure.code() + "/" + last + "?s=" + sealed));
    }

    private ResponseEntity<byte[]> gone(View view, String procedure) {
        return html.page(HttpStatus.GONE, new GonePage(view.at("/demarches/" + procedure), procedure));
    }
}
