package org.guichet.app.precedence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.access.ActingAgent;
import org.guichet.app.access.Staff;
import org.guichet.app.page.Form;
import org.guichet.app.page.Html;
import org.guichet.app.page.Text;
import org.guichet.app.page.Typed;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.precedence.PrecedencePage.Dossier;
import org.guichet.app.precedence.PrecedencePage.Said;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.RequestNumber;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Notes that a proof was seen, and takes the decision of another agent. */
@Controller
@RequestMapping("/agent/priorites")
final class PrecedencePages {
    private static final String HERE = "/agent/priorites";
    private static final String PURPOSE = "precedence";
    private static final String NUMBER = "numero";
    private static final String CLASS = "categorie";
    private static final String SEEN = "vue";
    private static final String REASON = "raison";
    private static final String CLAIM = "de";
    private static final String YES = "oui";

    private final Html html;
    private final Typed typed;
    private final Dossiers dossiers;
    private final SeeProof see;
    private final DecideClaim decide;

    PrecedencePages(Html html, Typed typed, Dossiers dossiers, SeeProof see, DecideClaim decide) {
        this.html = html;
        this.typed = typed;
        this.dossiers = dossiers;
        this.see = see;
        this.decide = decide;
    }

    @GetMapping
    ResponseEntity<byte[]> show(
            Staff staff,
            @RequestParam(name = NUMBER, defaultValue = "") String number,
            @RequestParam(name = "s", defaultValue = "") String sealed,
            @RequestParam(name = "fait", defaultValue = "") String done) {
        var authority = staff.desk().authority();
        var clean = Text.clean(number);
        var asked = typed.open(PURPOSE, sealed).with(NUMBER, Text.cut(clean, Limits.DOCUMENT_LENGTH_MAX));
        if (asked.has(Typed.SAID)) {
            asked.problem(asked.has(CLAIM) ? REASON : CLASS, asked.value(Typed.SAID));
        }
        var found = asked.has(NUMBER) ? find(authority, asked) : Optional.<Dossier>empty();
        return html.ok(new PrecedencePage(staff, asked, found, dossiers.open(authority), said(done)));
    }

    @PostMapping("/{request}/preuve")
    ResponseEntity<byte[]> see(ActingAgent agent, @PathVariable UUID request, Form form) {
        var asked = dossiers.of(agent.authority(), new RequestId(request));
        var chosen = asked.procedure().precedence().find(form.value(CLASS));
        if (chosen.isEmpty() || !form.chosen(SEEN, YES)) {
            var kept = Form.of(CLASS, chosen.isPresent() ? form.value(CLASS) : "")
                    .with(Typed.SAID, chosen.isPresent() ? "staff.precedence.notseen" : "staff.precedence.noclass");
            return back(asked.request(), kept);
        }
        var seen = see.see(agent, asked.request().id(), chosen.get().code());
        return Html.see(HERE + "?fait=" + (seen ? Said.SEEN : Said.TOO_LATE));
    }

    @PostMapping("/{claim}/decision")
    ResponseEntity<byte[]> decide(ActingAgent agent, @PathVariable UUID claim, Form form) {
        var known = dossiers.ofClaim(agent.authority(), claim)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (form.chosen("reponse", YES)) {
            return Html.see(HERE + "?fait=" + decide.grant(agent, claim));
        }
        var reason = form.value(REASON);
        if (reason.isEmpty() || reason.length() > Limits.REMARK_LENGTH_MAX) {
            var kept = Form.of(REASON, reason)
                    .with(CLAIM, claim.toString())
                    .with(Typed.SAID, reason.isEmpty() ? "staff.precedence.noreason" : "staff.precedence.longreason");
            return back(known.request(), kept);
        }
        return Html.see(HERE + "?fait=" + decide.refuse(agent, claim, reason));
    }

    private ResponseEntity<byte[]> back(Request request, Form kept) {
        return Html.see(
                HERE + "?" + NUMBER + "=" + request.number().digits() + "&s=" + typed.keep(PURPOSE, kept) + "#erreurs");
    }

    private Optional<Dossier> find(AuthorityId authority, Form form) {
        return switch (RequestNumber.read(form.value(NUMBER))) {
            case RequestNumber.Reading.Good(var number) -> {
                var found = dossiers.find(authority, number);
                if (found.isEmpty()) {
                    form.problem(NUMBER, "staff.precedence.nobody");
                }
                yield found;
            }
            case RequestNumber.Reading.WrongDigit() -> {
                form.problem(NUMBER, "staff.precedence.digit");
                yield Optional.empty();
            }
            case RequestNumber.Reading.WrongLength(var digits) -> {
                form.problem(NUMBER, "staff.precedence.length", "digits", digits);
                yield Optional.empty();
            }
        };
    }

    private static Said said(String done) {
        return List.of(Said.values()).stream()
                .filter(it -> it.name().equals(done.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(Said.NOTHING);
    }
}
