package org.guichet.app.status;

import org.guichet.app.answer.Door;
import org.guichet.app.limit.Source;
import org.guichet.app.page.Form;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.Text;
import org.guichet.app.page.Typed;
import org.guichet.app.page.View;
import org.guichet.app.registration.RequestNumber;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a request by number and birth. Nothing says whether a number exists. */
@Controller
@RequestMapping(Language.PATH + "/suivi")
final class FindPages {
    private static final String PURPOSE = "find";

    private final Html html;
    private final Door door;
    private final Lookup lookup;
    private final Typed typed;

    FindPages(Html html, Door door, Lookup lookup, Typed typed) {
        this.html = html;
        this.door = door;
        this.lookup = lookup;
        this.typed = typed;
    }

    @GetMapping(params = "!k")
    ResponseEntity<byte[]> ask(
            View view,
            @RequestParam(name = "n", defaultValue = "") String number,
            @RequestParam(name = "perdu", defaultValue = "") String lost,
            @RequestParam(name = "s", defaultValue = "") String sealed) {
        var form = typed.open(PURPOSE, sealed);
        if (sealed.isEmpty()) {
            return html.ok(new FindPage(view, Form.of("numero", Text.clean(number)), !lost.isEmpty()));
        }
        check(form);
        return html.ok(new FindPage(view, form, false));
    }

    @PostMapping
    ResponseEntity<byte[]> find(View view, Form form, Source source) {
        check(form);
        if (form.isGood()
                && RequestNumber.read(form.value("numero")) instanceof RequestNumber.Reading.Good(var number)) {
            return switch (lookup.look(view.authority(), source, number, Text.latinDigits(form.value("annee")))) {
                case Lookup.Outcome.Found(var key) -> Html.see(view.to("/suivi?k=" + key));
                case Lookup.Outcome.Nothing() -> again(view, form, "status.find.nothing");
                case Lookup.Outcome.TooManyTries(var full) -> {
                    full.problem(form, "numero", view);
                    yield html.tooMany(full.rest(), new FindPage(view, form, false));
                }
            };
        }
        return again(view, form, "");
    }

    private ResponseEntity<byte[]> again(View view, Form form, String said) {
        return Html.see(view.to("/suivi?s=" + typed.keep(PURPOSE, form.with(Typed.SAID, said)) + "#erreurs"));
    }

    private static void check(Form form) {
        switch (RequestNumber.read(form.value("numero"))) {
            case RequestNumber.Reading.Good _ -> {}
            case RequestNumber.Reading.WrongLength(var digits) ->
                form.problem("numero", "status.find.length", "digits", digits);
            case RequestNumber.Reading.WrongDigit() -> form.problem("numero", "status.find.digit");
        }
        if (!Text.latinDigits(form.value("annee")).matches("[0-9]{4}")) {
            form.problem("annee", "status.find.year");
        }
        if (form.isGood() && form.has(Typed.SAID)) {
            form.problem("numero", form.value(Typed.SAID));
        }
    }

    @GetMapping("/preuve")
    ResponseEntity<byte[]> proof(
            View view,
            @RequestParam(name = "k", defaultValue = "") String key,
            @RequestParam(name = "s", defaultValue = "") String sealed) {
        return door.look(view, key, _ -> {
            var form = typed.open(PURPOSE, sealed);
            if (form.has(Typed.SAID)) {
                form.problem("annee", form.value(Typed.SAID));
            }
            return html.ok(new ProofPage(view, form, key));
        });
    }

    @PostMapping("/preuve")
    ResponseEntity<byte[]> prove(
            View view,
            Form form,
            Source source,
            @RequestParam(name = "k", defaultValue = "") String key,
            @RequestParam(name = "vers", defaultValue = "") String where,
            @RequestParam(name = "saisie", defaultValue = "") String kept) {
        return door.look(view, key, entered -> switch (lookup.act(view.authority(), source, entered.request(), form)) {
            case Lookup.Outcome.Found(var stronger) ->
                Html.see(view.to(known(where) + "?k=" + stronger + carried("s", kept)));
            case Lookup.Outcome.Nothing() -> {
                var said = typed.keep(PURPOSE, form.with(Typed.SAID, "status.proof.nothing"));
                var back = "/suivi/preuve?vers=" + known(where).substring(1) + "&k=" + key;
                yield Html.see(view.to(back + carried("saisie", kept) + "&s=" + said + "#erreurs"));
            }
            case Lookup.Outcome.TooManyTries(var full) -> {
                full.problem(form, "annee", view);
                yield html.tooMany(full.rest(), new ProofPage(view, form, key));
            }
        });
    }

    /** What was typed on the page before, on its way there: nothing but what a seal of ours may be. */
    private static String carried(String name, String sealed) {
        return sealed.matches("[A-Za-z0-9_-]{1,12000}") ? "&" + name + "=" + sealed : "";
    }

    /** Only our own pages: an address from outside leads nowhere else. */
    private static String known(String where) {
        return where.matches("[a-z-]{1,30}(/[a-z-]{1,30})?") ? "/" + where : "/suivi";
    }
}
