package org.guichet.app.answer;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.guichet.app.appointment.CancelAppointment;
import org.guichet.app.appointment.Invitation;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.appointment.Unsuited;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.View;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The appointment: its page, its paper, its calendar file, and giving it back. */
@Controller
@RequestMapping(Language.PATH + "/rendez-vous")
final class AppointmentPages {
    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    // Those that a phone may have, to be kept or taken back.
    private static final Set<Offer.State> IN_CALENDARS =
            EnumSet.of(Offer.State.ACCEPTED, Offer.State.CANCELLED, Offer.State.CLOSED);

    private final Html html;
    private final Door door;
    private final Offers offers;
    private final Confirmed confirmed;
    private final CancelAppointment cancel;
    private final Invitation invitation;

    AppointmentPages(
            Html html, Door door, Offers offers, Confirmed confirmed, CancelAppointment cancel, Invitation invitation) {
        this.html = html;
        this.door = door;
        this.offers = offers;
        this.confirmed = confirmed;
        this.cancel = cancel;
        this.invitation = invitation;
    }

    @GetMapping
    ResponseEntity<byte[]> show(View view, @RequestParam(name = "k", defaultValue = "") String key) {
        return withAppointment(
                view, key, (entered, offer) -> html.ok(confirmed.page(view, entered.request(), offer, key)));
    }

    @GetMapping("/convocation")
    ResponseEntity<byte[]> paper(View view, @RequestParam(name = "k", defaultValue = "") String key) {
        return withAppointment(
                view,
                key,
                (entered, offer) -> html.page(
                        HttpStatus.OK, "answer/convocation", confirmed.page(view, entered.request(), offer, key)));
    }

    /** The newest offer as a calendar file, cancelled ones too, so that a phone can take its entry back. */
    @GetMapping("/agenda.ics")
    ResponseEntity<byte[]> calendar(View view, @RequestParam(name = "k", defaultValue = "") String key) {
        return door.look(
                view,
                key,
                entered -> offers.ofRequest(view.authority(), entered.request().id()).stream()
                        .filter(it -> IN_CALENDARS.contains(it.state()))
                        .findFirst()
                        .map(offer -> ResponseEntity.ok()
                                .contentType(CALENDAR)
                                .header("Content-Disposition", "attachment; filename=\"rendez-vous.ics\"")
                                .cacheControl(CacheControl.noCache().cachePrivate())
                                .body(invitation
                                        .of(view, entered.request(), offer)
                                        .getBytes(StandardCharsets.UTF_8)))
                        .orElseGet(() -> Html.see(view.to("/suivi?k=" + key))));
    }

    @GetMapping("/annulation")
    ResponseEntity<byte[]> askToCancel(View view, @RequestParam(name = "k", defaultValue = "") String key) {
        return door.act(
                view,
                key,
                "rendez-vous/annulation",
                _ -> withAppointment(
                        view,
                        key,
                        (_, offer) -> confirmed.isToCome(offer)
                                ? html.ok(confirmed.cancelPage(view, offer, key))
                                : Html.see(view.to("/rendez-vous?k=" + key))));
    }

    @PostMapping("/annulation")
    ResponseEntity<byte[]> cancel(
            View view,
            @RequestParam(name = "k", defaultValue = "") String key,
            @RequestParam(name = "jour", defaultValue = "") String day) {
        return door.act(view, key, "rendez-vous/annulation", entered -> {
            var unsuited = day.equals("impossible") ? Unsuited.DAY : Unsuited.TIME;
            return cancel.cancel(view.authority(), entered.request().id(), unsuited)
                    ? Html.see(view.to(after(unsuited) + "k=" + key))
                    : Html.see(view.to("/rendez-vous/annulation?k=" + key));
        });
    }

    private static String after(Unsuited unsuited) {
        return switch (unsuited) {
            case TIME -> "/suivi?";
            case DAY -> "/suivi?change=1&";
        };
    }

    private interface Inside {
        ResponseEntity<byte[]> with(Door.Entered entered, Offer offer);
    }

    private ResponseEntity<byte[]> withAppointment(View view, String key, Inside inside) {
        Function<Door.Entered, ResponseEntity<byte[]>> found =
                entered -> offers.live(view.authority(), entered.request().id())
                        .filter(it -> it.state() == Offer.State.ACCEPTED)
                        .map(offer -> inside.with(entered, offer))
                        .orElseGet(() -> Html.see(view.to(instead(view, entered) + "?k=" + key)));
        return door.look(view, key, found);
    }

    // Of an appointment in a centre that closed its page says why; otherwise there is none.
    private String instead(View view, Door.Entered entered) {
        return offers.ofRequest(view.authority(), entered.request().id()).stream()
                .findFirst()
                .filter(it -> it.state() == Offer.State.CLOSED)
                .map(_ -> "/proposition")
                .orElse("/suivi");
    }
}
