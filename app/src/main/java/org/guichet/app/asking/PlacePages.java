package org.guichet.app.asking;

import java.util.function.BiFunction;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.choosing.Calendar;
import org.guichet.app.choosing.HoldPlace;
import org.guichet.app.choosing.Wanted;
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

/** The calendar: a centre, a day, a time. Looking keeps nothing; choosing keeps the place for a while. */
@Controller
@RequestMapping(Language.PATH + "/demande/{procedure}/place")
final class PlacePages {
    private static final Step HERE = Step.of(Step.Kind.PLACE);

    private final Html html;
    private final Asked asked;
    private final HoldPlace hold;
    private final ToReceipt receipt;

    PlacePages(Html html, Asked asked, HoldPlace hold, ToReceipt receipt) {
        this.html = html;
        this.asked = asked;
        this.hold = hold;
        this.receipt = receipt;
    }

    @GetMapping
    ResponseEntity<byte[]> show(
            View view,
            @PathVariable String procedure,
            @RequestParam(name = "s", defaultValue = "") String sealed,
            @RequestParam(defaultValue = "") String centre,
            @RequestParam(defaultValue = "") String mois,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(defaultValue = "") String dit) {
        var look = new PlacePage.Look(centre, mois, jour, dit);
        return inside(
                view,
                procedure,
                sealed,
                (known, answers) -> asked.sentAs(view, sealed, answers)
                        .map(it -> receipt.sentBefore(view, it))
                        .orElseGet(() -> asked.calendar(view, known, answers)
                                .map(calendar -> html.ok(page(view, known, answers, look, calendar)))
                                .orElseGet(() -> Html.see(asked.over(view, known, answers)))));
    }

    @PostMapping
    ResponseEntity<byte[]> choose(
            View view,
            Form typed,
            @PathVariable String procedure,
            @RequestParam(name = "s", defaultValue = "") String sealed) {
        return inside(
                view,
                procedure,
                sealed,
                (known, answers) -> Html.see(Wanted.parse(typed.value("place"))
                        .map(wanted -> after(view, known, answers, wanted))
                        .orElseGet(() -> asked.to(view, known, HERE.slug(), answers))));
    }

    private String after(View view, Catalogue.Procedure procedure, Answers answers, Wanted wanted) {
        return switch (hold.hold(view.authority(), asked.chooser(view, procedure, answers), wanted)) {
            case HoldPlace.Outcome.Held(var until) ->
                next(view, procedure, answers.chosen(wanted.toString(), until.toString()));
            case HoldPlace.Outcome.NotKept() -> next(view, procedure, answers.chosen(wanted.toString(), ""));
            case HoldPlace.Outcome.Taken() -> asked.taken(view, procedure, answers, wanted);
            case HoldPlace.Outcome.Over() -> asked.over(view, procedure, answers);
        };
    }

    private String next(View view, Catalogue.Procedure procedure, Answers answers) {
        var chosen = answers.on(Answers.Way.CALENDAR).mark(HERE, true);
        var open = asked.firstOpen(view, procedure, chosen).map(Step::slug);
        return asked.to(view, procedure, open.orElse("verification"), chosen);
    }

    private PlacePage page(
            View view, Catalogue.Procedure procedure, Answers answers, PlacePage.Look look, Calendar calendar) {
        var back = answers.seenCheck()
                ? "verification"
                : Step.route(answers.on(Answers.Way.CALENDAR)).stream()
                        .takeWhile(it -> !it.equals(HERE))
                        .reduce((_, last) -> last)
                        .orElseThrow()
                        .slug();
        return new PlacePage(
                view,
                asked.catalogue(view),
                procedure,
                asked.chooser(view, procedure, answers),
                calendar,
                look,
                asked.to(view, procedure, HERE.slug(), answers),
                asked.to(view, procedure, back, answers),
                asked.byWishes(view, procedure, answers, Answers.Way.WISHES));
    }

    private interface Inside extends BiFunction<Catalogue.Procedure, Answers, ResponseEntity<byte[]>> {}

    // Who comes is known before anybody sees a place: a hold is a person's, not a browser's.
    private ResponseEntity<byte[]> inside(View view, String procedure, String sealed, Inside inside) {
        var known = asked.procedure(view, procedure);
        return switch (asked.open(view, procedure, sealed)) {
            case Asked.Opened.Gone() -> html.page(HttpStatus.GONE, NotTakenPage.gone(view, procedure));
            case Asked.Opened.Good(var answers) ->
                asked.firstOpen(view, known, answers.on(Answers.Way.CALENDAR))
                        .filter(it -> it.kind().isAboutPersons())
                        .map(it -> Html.see(asked.to(view, known, it.slug(), answers)))
                        .orElseGet(() -> inside.apply(known, answers));
        };
    }
}
