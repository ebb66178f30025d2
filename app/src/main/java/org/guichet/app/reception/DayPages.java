package org.guichet.app.reception;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.guichet.app.access.Desk;
import org.guichet.app.access.Staff;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.Places;
import org.guichet.app.page.Form;
import org.guichet.app.page.Html;
import org.guichet.app.page.Text;
import org.guichet.app.platform.Limits;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The board of the day, finding a dossier, and calling the next one. */
@Controller
final class DayPages {
    // A centre that is closed longer than this has no next day.
    private static final int CLOSED_DAYS_MAX = 60;

    private final Html html;
    private final Days days;
    private final Find find;
    private final CallIn callIn;
    private final Places places;
    private final Catalogues catalogues;

    DayPages(Html html, Days days, Find find, CallIn callIn, Places places, Catalogues catalogues) {
        this.html = html;
        this.days = days;
        this.find = find;
        this.callIn = callIn;
        this.places = places;
        this.catalogues = catalogues;
    }

    @GetMapping("/agent")
    ResponseEntity<byte[]> day(Staff staff, @RequestParam(name = "jour", defaultValue = "") String typed) {
        var date = date(typed).orElse(staff.today());
        var all = days.of(staff.desk(), date);
        return html.ok(page(staff, date, all, atMyCounter(staff, all)));
    }

    /** What is typed may be a name: no address holds it, since proxies and browsers write addresses down. */
    @PostMapping("/agent/recherche")
    ResponseEntity<byte[]> find(Staff staff, Form typed) {
        var text = Text.cut(typed.value(Find.BOX), Limits.ADDRESS_LENGTH_MAX);
        if (text.isEmpty()) {
            return Html.see("/agent");
        }
        return Html.see(
                switch (find.find(staff, days.of(staff.desk(), staff.today()), text)) {
                    case Find.Found.One(var appointment) -> "/agent/rendez-vous/" + appointment.id();
                    case Find.Found.Several _, Find.Found.None _ -> "/agent/recherche?s=" + find.keep(text);
                });
    }

    @GetMapping("/agent/recherche")
    ResponseEntity<byte[]> found(Staff staff, @RequestParam(name = "s", defaultValue = "") String sealed) {
        var text = find.kept(sealed);
        if (text.isEmpty()) {
            return Html.see("/agent");
        }
        var all = days.of(staff.desk(), staff.today());
        var form = Form.of(Find.BOX, text);
        return switch (find.find(staff, all, text)) {
            case Find.Found.One(var appointment) -> Html.see("/agent/rendez-vous/" + appointment.id());
            case Find.Found.Several(var some) ->
                html.ok(page(staff, staff.today(), all, atMyCounter(staff, all)).found(some, form));
            case Find.Found.None(var why) -> {
                form.problem(why.field(), why.key(), why.arguments().toArray());
                yield html.ok(
                        page(staff, staff.today(), all, atMyCounter(staff, all)).notFound(form));
            }
        };
    }

    @GetMapping("/agent/rendez-vous/{offer}")
    ResponseEntity<byte[]> dossier(
            Staff staff, @PathVariable UUID offer, @RequestParam(name = "tard", defaultValue = "") String tooLate) {
        var appointment =
                days.find(staff.desk(), offer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var date = staff.desk().day(appointment.offer().startsAt());
        var panel = panel(staff, appointment, true, !tooLate.isEmpty());
        return html.ok(page(staff, date, days.of(staff.desk(), date), Optional.of(panel)));
    }

    @PostMapping("/agent/appel")
    ResponseEntity<byte[]> callNext(Desk desk) {
        return Html.see(callIn.next(desk).map(it -> "/agent/rendez-vous/" + it).orElse("/agent"));
    }

    private DayPage page(Staff staff, LocalDate date, List<Days.Appointment> all, Optional<DayPage.Panel> panel) {
        var catalogue = catalogues.of(staff.desk().authority());
        var day = new DayPage.Day(
                date,
                open(catalogue, staff.desk(), date, it -> it.minusDays(1)),
                open(catalogue, staff.desk(), date, it -> it.plusDays(1)),
                date.equals(staff.today()) ? days.unnoted(staff.desk(), date) : List.of());
        return new DayPage(staff, catalogue, day, all, Optional.empty(), panel, Form.empty());
    }

    private DayPage.Panel panel(Staff staff, Days.Appointment appointment, boolean opened, boolean tooLate) {
        var held = places.heldBy(staff.desk().authority(), appointment.id());
        return new DayPage.Panel(appointment, held, opened, tooLate);
    }

    /** Who is at the agent's own counter now. */
    private Optional<DayPage.Panel> atMyCounter(Staff staff, List<Days.Appointment> all) {
        return all.stream()
                .filter(it -> it.state() == Visit.State.CALLED)
                .filter(it -> it.visit()
                        .flatMap(Visit::call)
                        .filter(call -> call.counter() == staff.desk().counter())
                        .isPresent())
                .findFirst()
                .map(it -> panel(staff, it, false, false));
    }

    /** The next day, in a direction, on which this centre works by its rules. */
    private static LocalDate open(Catalogue catalogue, Desk desk, LocalDate from, UnaryOperator<LocalDate> step) {
        var code = desk.centre().code();
        return Stream.iterate(step.apply(from), step)
                .limit(CLOSED_DAYS_MAX)
                .filter(day -> !catalogue.isClosed(code, day)
                        && !catalogue.authority().answerTime().dayOff().test(day)
                        && catalogue.openings().stream()
                                .anyMatch(it -> it.centre().equals(code) && it.isOn(day)))
                .findFirst()
                .orElse(step.apply(from));
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
