package org.guichet.app.status;

import org.guichet.app.answer.Door;
import org.guichet.app.appointment.ChangeReach;
import org.guichet.app.appointment.ChangeWishes;
import org.guichet.app.asking.ReachQuestion;
import org.guichet.app.asking.TimeQuestions;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.limit.Gate;
import org.guichet.app.page.Form;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.Typed;
import org.guichet.app.page.View;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes how people come, what suits them and how they are reached; never costs a rank. */
@Controller
@RequestMapping(Language.PATH + "/suivi")
final class ChangePages {
    private static final String PURPOSE = "change";

    private final Html html;
    private final Door door;
    private final Catalogues catalogues;
    private final Requests requests;
    private final ChangeWishes wishes;
    private final ChangeReach reach;
    private final Typed typed;
    private final Gate gate;
    private final Transactions transactions;

    ChangePages(
            Html html,
            Door door,
            Catalogues catalogues,
            Requests requests,
            ChangeWishes wishes,
            ChangeReach reach,
            Typed typed,
            Gate gate,
            Transactions transactions) {
        this.html = html;
        this.door = door;
        this.catalogues = catalogues;
        this.requests = requests;
        this.wishes = wishes;
        this.reach = reach;
        this.typed = typed;
        this.gate = gate;
        this.transactions = transactions;
    }

    @GetMapping("/preferences")
    ResponseEntity<byte[]> wishes(
            View view,
            @RequestParam(name = "k", defaultValue = "") String key,
            @RequestParam(name = "s", defaultValue = "") String sealed) {
        return door.act(view, key, "suivi/preferences", entered -> {
            var opened = Filled.wishes(entered.request());
            var form = sealed.isEmpty() ? opened : typed.open(PURPOSE, sealed);
            if (!sealed.isEmpty()) {
                questions(view, entered.request(), form).check(form, opened);
            }
            return html.ok(page(view, entered, form));
        });
    }

    @PostMapping("/preferences")
    ResponseEntity<byte[]> changeWishes(View view, Form form, @RequestParam(name = "k", defaultValue = "") String key) {
        return door.act(view, key, sent("suivi/preferences", form), entered -> {
            var questions = questions(view, entered.request(), form);
            questions.check(form, Filled.wishes(entered.request()));
            if (!form.isGood()) {
                return again(view, form, key, "/suivi/preferences");
            }
            wishes.change(view.authority(), entered.request(), questions.together(), questions.wishes(form));
            return Html.see(view.to("/suivi?change=1&k=" + key));
        });
    }

    @GetMapping("/joindre")
    ResponseEntity<byte[]> reach(
            View view,
            @RequestParam(name = "k", defaultValue = "") String key,
            @RequestParam(name = "s", defaultValue = "") String sealed) {
        return door.act(view, key, "suivi/joindre", entered -> {
            var form = sealed.isEmpty()
                    ? Filled.reach(
                            requests.reach(view.authority(), entered.request().id()))
                    : typed.open(PURPOSE, sealed);
            if (!sealed.isEmpty()) {
                ReachQuestion.check(form);
            }
            return html.ok(new ReachPage(view, form, key));
        });
    }

    @PostMapping("/joindre")
    ResponseEntity<byte[]> changeReach(View view, Form form, @RequestParam(name = "k", defaultValue = "") String key) {
        return door.act(view, key, sent("suivi/joindre", form), entered -> {
            ReachQuestion.check(form);
            if (!form.isGood()) {
                return again(view, form, key, "/suivi/joindre");
            }
            var changed = ReachQuestion.reach(form);
            var full = gate.reach(view.authority(), changed.contacts());
            if (full.isPresent()) {
                full.get().problem(form, form.has("courriel") ? "courriel" : "mobile", view);
                return html.tooMany(full.get().rest(), new ReachPage(view, form, key));
            }
            reach.change(view.authority(), entered.request(), changed);
            return Html.see(view.to("/suivi?change=1&k=" + door.keyAfterChange(view, entered)));
        });
    }

    private Door.Sent sent(String page, Form form) {
        return new Door.Sent(page, typed.keep(PURPOSE, form.with(Typed.SAID, "change.again")));
    }

    private TimeQuestions questions(View view, Request request, Form form) {
        var horizon = catalogues.horizon(view.authority(), request.pool(), view.local(transactions.now()));
        return TimeQuestions.of(horizon, request.persons(), form);
    }

    private ResponseEntity<byte[]> again(View view, Form form, String key, String path) {
        return Html.see(view.to(path + "?k=" + key + "&s=" + typed.keep(PURPOSE, form) + "#erreurs"));
    }

    private WishesPage page(View view, Door.Entered entered, Form form) {
        var pool = entered.request().pool();
        return new WishesPage(
                view,
                form,
                entered.request().persons(),
                catalogues.of(view.authority()).centresOf(pool),
                hours(view, pool, true),
                hours(view, pool, false),
                entered.key());
    }

    private String hours(View view, String pool, boolean morning) {
        return catalogues
                .hours(view.authority(), pool, morning)
                .map(it -> view.time(it.from()) + "–" + view.time(it.until()))
                .orElse("");
    }
}
