package org.guichet.app.reception;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guichet.app.access.Staff;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.deposit.Papers;
import org.guichet.app.page.Form;
import org.guichet.app.page.Html;
import org.guichet.app.page.Localized;
import org.guichet.app.page.Typed;
import org.guichet.app.platform.Limits;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The dossier itself: received, or what is missing in it. */
@Controller
@RequestMapping("/agent/rendez-vous/{offer}")
final class DossierPages {
    private static final String PURPOSE = "incomplete";
    private static final String MISSING = "manque";
    private static final String REMARK = "remarque";

    private final Html html;
    private final Days days;
    private final Conclude conclude;
    private final Catalogues catalogues;
    private final Typed typed;

    DossierPages(Html html, Days days, Conclude conclude, Catalogues catalogues, Typed typed) {
        this.html = html;
        this.days = days;
        this.conclude = conclude;
        this.catalogues = catalogues;
        this.typed = typed;
    }

    @PostMapping("/depot")
    ResponseEntity<byte[]> received(Staff staff, @PathVariable UUID offer) {
        var documents = procedure(staff, mine(staff, offer)).documents();
        conclude.received(staff.desk(), offer, Papers.complete(documents));
        return VisitPages.done(offer);
    }

    @GetMapping("/incomplet")
    ResponseEntity<byte[]> ask(
            Staff staff, @PathVariable UUID offer, @RequestParam(name = "s", defaultValue = "") String sealed) {
        var appointment = mine(staff, offer);
        if (appointment.state() != Visit.State.CALLED) {
            return Html.see("/agent/rendez-vous/" + offer);
        }
        var form = typed.open(PURPOSE, sealed);
        if (!sealed.isEmpty()) {
            check(form);
        }
        return html.ok(new IncompletePage(staff, appointment, procedure(staff, appointment), form));
    }

    @PostMapping("/incomplet")
    ResponseEntity<byte[]> incomplete(Staff staff, @PathVariable UUID offer, Form form) {
        var appointment = mine(staff, offer);
        check(form);
        if (!form.isGood()) {
            var kept = Form.of(MISSING, form.value(MISSING)).with(REMARK, form.value(REMARK));
            return Html.see("/agent/rendez-vous/" + offer + "/incomplet?s=" + typed.keep(PURPOSE, kept) + "#erreurs");
        }
        var documents = procedure(staff, appointment).documents();
        conclude.received(staff.desk(), offer, papers(documents, form));
        return VisitPages.done(offer);
    }

    private static void check(Form form) {
        if (!form.has(MISSING) && !form.has(REMARK)) {
            form.problem(MISSING, "staff.incomplete.nothing");
        }
        if (form.value(REMARK).length() > Limits.REMARK_LENGTH_MAX) {
            form.problem(REMARK, "asking.too-long", "most", Limits.REMARK_LENGTH_MAX);
        }
    }

    private static Papers papers(List<Localized> documents, Form form) {
        return new Papers(chosen(documents, form, false), chosen(documents, form, true), form.value(REMARK));
    }

    private static List<Localized> chosen(List<Localized> documents, Form form, boolean ticked) {
        return IntStream.range(0, documents.size())
                .filter(it -> form.chosen(MISSING, String.valueOf(it)) == ticked)
                .mapToObj(documents::get)
                .toList();
    }

    private Catalogue.Procedure procedure(Staff staff, Days.Appointment appointment) {
        return catalogues
                .of(staff.desk().authority())
                .procedure(appointment.request().pool())
                .orElseThrow();
    }

    private Days.Appointment mine(Staff staff, UUID offer) {
        return days.inHand(staff.desk(), offer, staff.now())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
