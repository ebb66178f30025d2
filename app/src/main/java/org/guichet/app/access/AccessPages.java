package org.guichet.app.access;

import jakarta.servlet.http.HttpServletRequest;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.page.Form;
import org.guichet.app.page.Html;
import org.guichet.app.page.Typed;
import org.guichet.app.page.View;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, and the choice of a counter. The form itself is taken by the {@link StaffDoor}. */
@Controller
final class AccessPages {
    private final Html html;
    private final Typed typed;
    private final Catalogues catalogues;

    AccessPages(Html html, Typed typed, Catalogues catalogues) {
        this.html = html;
        this.typed = typed;
        this.catalogues = catalogues;
    }

    @GetMapping("/agent/connexion")
    ResponseEntity<byte[]> signIn(
            View view,
            @RequestParam(name = "s", defaultValue = "") String sealed,
            @RequestParam(name = "fini", defaultValue = "") String over) {
        var form = typed.open(StaffDoor.PURPOSE, sealed);
        if (form.has(Typed.SAID)) {
            form.problem(StaffDoor.NAME, form.value(Typed.SAID));
        }
        return html.ok(new SignInPage(view, form, !over.isEmpty()));
    }

    @GetMapping("/agent/guichet")
    ResponseEntity<byte[]> counter(View view, ActingAgent agent, HttpServletRequest request) {
        var centre = catalogues.of(agent.authority()).centre(agent.centre()).orElseThrow();
        var current = StaffArguments.counter(request).orElse(0);
        return html.ok(new CounterPage(view, agent, centre, current, StaffArguments.csrf(request)));
    }

    @PostMapping("/agent/guichet")
    ResponseEntity<byte[]> sit(ActingAgent agent, HttpServletRequest request, Form form) {
        var most = catalogues
                .of(agent.authority())
                .centre(agent.centre())
                .orElseThrow()
                .counters();
        var typed = form.value("guichet");
        if (!typed.matches("[1-9][0-9]{0,2}") || Integer.parseInt(typed) > most) {
            return Html.see("/agent/guichet");
        }
        request.getSession().setAttribute(StaffArguments.COUNTER, Integer.valueOf(typed));
        return Html.see("/agent");
    }
}
