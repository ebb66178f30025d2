package org.guichet.app.asking;

import java.util.Optional;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.choosing.Choose;
import org.guichet.app.choosing.Wanted;
import org.guichet.app.limit.Bound;
import org.guichet.app.limit.Full;
import org.guichet.app.limit.FullPage;
import org.guichet.app.limit.Gate;
import org.guichet.app.limit.Source;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.View;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Application;
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
    private final Gate gate;
    private final Register register;
    private final Choose choose;
    private final ToReceipt receipt;

    SendPages(Html html, Asked asked, Gate gate, Register register, Choose choose, ToReceipt receipt) {
        this.html = html;
        this.asked = asked;
        this.gate = gate;
        this.register = register;
        this.choose = choose;
        this.receipt = receipt;
    }

    @GetMapping("/verification")
    ResponseEntity<byte[]> check(
            View view, @PathVariable String procedure, @RequestParam(name = "s", defaultValue = "") String sealed) {
        var known = asked.procedure(view, procedure);
        return switch (asked.open(view, procedure, sealed)) {
            case Asked.Opened.Gone() -> gone(view, procedure);
            case Asked.Opened.Good(var answers) ->
                asked.sentAs(view, sealed, answers)
                        .map(it -> receipt.sentBefore(view, it))
                        .orElseGet(() -> asked.firstOpen(view, known, answers)
                                .map(step -> ask(view, known, step, answers))
                                .orElseGet(() -> html.ok(page(view, known, answers.checked()))));
        };
    }

    @PostMapping("/envoi")
    ResponseEntity<byte[]> send(
            View view,
            Source source,
            @PathVariable String procedure,
            @RequestParam(name = "s", defaultValue = "") String sealed) {
        var known = asked.procedure(view, procedure);
        return switch (asked.open(view, procedure, sealed)) {
            case Asked.Opened.Gone() -> gone(view, procedure);
            case Asked.Opened.Good(var answers) ->
                asked.firstOpen(view, known, answers)
                        .map(step -> ask(view, known, step, answers))
                        .orElseGet(() -> pass(view, source, known, answers));
        };
    }

    private ResponseEntity<byte[]> pass(View view, Source source, Catalogue.Procedure procedure, Answers answers) {
        var application = asked.application(view, procedure, answers);
        var contacts = application.reach().contacts();
        var persons = application.persons().stream().map(Applicant::identity).toList();
        return gate.ask(view.authority(), source, application.submission(), contacts, persons)
                .map(full -> register.sentBefore(view.authority(), application)
                        .map(outcome -> answers.place()
                                .map(it -> choose(view, application, answers, it))
                                .orElseGet(() -> answer(view, outcome)))
                        .orElseGet(() -> html.tooMany(full.rest(), page(view, procedure, answers, full))))
                .orElseGet(() -> answers.place()
                        .map(it -> choose(view, application, answers, it))
                        .orElseGet(() -> answer(view, register.register(view.authority(), application))));
    }

    private ResponseEntity<byte[]> answer(View view, Register.Outcome outcome) {
        return switch (outcome) {
            case Register.Outcome.Registered(var request) -> receipt.recorded(view, request);
            case Register.Outcome.SentBefore(var request) -> receipt.sentBefore(view, request);
            case Register.Outcome.SentOtherwise(var request) ->
                html.page(HttpStatus.CONFLICT, NotTakenPage.sentOtherwise(view, receipt.of(view, request)));
        };
    }

    private ResponseEntity<byte[]> choose(View view, Application application, Answers answers, Wanted wanted) {
        var procedure = asked.procedure(view, application.pool());
        return switch (choose.choose(view.authority(), application, wanted)) {
            case Choose.Outcome.Recorded(var request) -> receipt.chosen(view, request, wanted);
            case Choose.Outcome.InLine(var request) -> receipt.recorded(view, request);
            case Choose.Outcome.SentBefore(var request) -> receipt.chosenBefore(view, request, wanted);
            case Choose.Outcome.SentOtherwise(var request) ->
                html.page(HttpStatus.CONFLICT, NotTakenPage.placeOtherwise(view, receipt.request(view, request)));
            case Choose.Outcome.Taken() -> Html.see(asked.taken(view, procedure, answers, wanted));
            case Choose.Outcome.Over() -> Html.see(asked.over(view, procedure, answers));
        };
    }

    // A network or a person that is full leaves nothing to change; a contact can be another one.
    private FullPage page(View view, Catalogue.Procedure procedure, Answers answers, Full full) {
        var here = asked.to(view, procedure, "verification", answers);
        return new FullPage(
                view.at(here.substring(view.to("").length())),
                full,
                asked.to(view, procedure, "envoi", answers),
                full.bound() == Bound.ASKED_FOR_CONTACT
                        ? Optional.of(asked.to(
                                view, procedure, Step.of(Step.Kind.JOINDRE).slug(), answers))
                        : Optional.empty());
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
        return html.page(HttpStatus.GONE, NotTakenPage.gone(view, procedure));
    }
}
