package org.guichet.app.asking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.page.Form;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.View;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The question pages: POST to itself, then 303 to the next, whose address carries all answers so far. */
@Controller
@RequestMapping(Language.PATH + "/demande/{procedure}/{slug:(?!verification|envoi|place).*}")
final class AskingPages {
    private final Html html;
    private final Asked asked;
    private final Catalogues catalogues;
    private final ToReceipt receipt;

    AskingPages(Html html, Asked asked, Catalogues catalogues, ToReceipt receipt) {
        this.html = html;
        this.asked = asked;
        this.catalogues = catalogues;
        this.receipt = receipt;
    }

    @GetMapping
    ResponseEntity<byte[]> show(
            View view,
            @PathVariable String procedure,
            @PathVariable String slug,
            @RequestParam(name = "s", defaultValue = "") String sealed) {
        var known = asked.procedure(view, procedure);
        return switch (asked.open(view, procedure, sealed)) {
            case Asked.Opened.Gone() -> gone(view, procedure);
            case Asked.Opened.Good(var answers) ->
                asked.sentAs(view, sealed, answers)
                        .map(it -> receipt.sentBefore(view, it))
                        .orElseGet(() -> html.page(
                                HttpStatus.OK, "asking/" + kind(slug), page(view, known, step(slug), answers, sealed)));
        };
    }

    @PostMapping
    ResponseEntity<byte[]> answer(
            View view,
            Form typed,
            @PathVariable String procedure,
            @PathVariable String slug,
            @RequestParam(name = "s", defaultValue = "") String sealed) {
        var known = asked.procedure(view, procedure);
        return switch (asked.open(view, procedure, sealed)) {
            case Asked.Opened.Gone() -> gone(view, procedure);
            case Asked.Opened.Good(var answers) -> Html.see(next(view, known, step(slug), answers, typed));
        };
    }

    private String next(View view, Catalogue.Procedure procedure, Step step, Answers before, Form typed) {
        if (typed.has("enlever")) {
            return after(
                    view,
                    procedure,
                    Step.of(Step.Kind.QUI),
                    before.without(step.person()).checked());
        }
        var answers = before.with(step, typed).roomFor(before);
        if (!asked.check(view, procedure, step, answers).isGood()) {
            return asked.to(view, procedure, step.slug(), answers.mark(step, false)) + "#erreurs";
        }
        return after(view, procedure, step, answers.mark(step, true));
    }

    /** The page after this one; once the check page was seen, whatever is still open, and then that page again. */
    private String after(View view, Catalogue.Procedure procedure, Step step, Answers sent) {
        var answers =
                sent.way() == Answers.Way.OPEN && isBeforeWishes(step, sent) && asked.isChoice(view, procedure.code())
                        ? sent.on(Answers.Way.CALENDAR)
                        : sent;
        var route = Step.route(answers);
        var here = route.indexOf(step);
        Optional<Step> next = answers.seenCheck()
                ? route.stream().filter(it -> !answers.isAnswered(it)).findFirst()
                : route.stream().skip(here + 1).findFirst();
        return asked.to(view, procedure, next.map(Step::slug).orElse("verification"), answers);
    }

    // Where a place can be chosen is decided when the persons are known, and not before.
    private static boolean isBeforeWishes(Step step, Answers answers) {
        var route = Step.route(answers);
        return route.indexOf(step) + 1 == route.indexOf(Step.of(Step.Kind.OU));
    }

    private QuestionPage page(View view, Catalogue.Procedure procedure, Step step, Answers answers, String sealed) {
        var form = answers.isWrong(step) ? asked.check(view, procedure, step, answers) : answers.form();
        return new QuestionPage(
                view, procedure, step, answers, form, sealed, back(view, procedure, step, answers, sealed), catalogues);
    }

    private String back(View view, Catalogue.Procedure procedure, Step step, Answers answers, String sealed) {
        if (answers.seenCheck()) {
            return address(view, procedure, "verification", sealed);
        }
        List<Step> route = Step.route(answers);
        var here = route.indexOf(step);
        return here > 0
                ? address(view, procedure, route.get(here - 1).slug(), sealed)
                : view.to("/demarches/" + procedure.code());
    }

    private ResponseEntity<byte[]> gone(View view, String procedure) {
        return html.page(HttpStatus.GONE, NotTakenPage.gone(view, procedure));
    }

    private static String address(View view, Catalogue.Procedure procedure, String slug, String sealed) {
        return view.to("/demande/" + procedure.code() + "/" + slug + "?s=" + sealed);
    }

    private static Step step(String slug) {
        return Step.parse(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String kind(String slug) {
        return Stream.of(slug.split("-", -1)).findFirst().orElse(slug);
    }
}
