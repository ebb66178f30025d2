package org.guichet.app.answer;

import java.util.UUID;
import org.guichet.app.appointment.AnswerOffer;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.appointment.Unsuited;
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

/** Shows an offer and takes its answer; answering again shows what was answered. */
@Controller
@RequestMapping(Language.PATH + "/proposition")
final class OfferPages {
    private final Html html;
    private final Door door;
    private final Offers offers;
    private final AnswerOffer answer;
    private final Proposed proposed;

    OfferPages(Html html, Door door, Offers offers, AnswerOffer answer, Proposed proposed) {
        this.html = html;
        this.door = door;
        this.offers = offers;
        this.answer = answer;
        this.proposed = proposed;
    }

    @GetMapping
    ResponseEntity<byte[]> show(View view, @RequestParam(name = "k", defaultValue = "") String key) {
        return door.look(
                view,
                key,
                entered -> offers.ofRequest(view.authority(), entered.request().id()).stream()
                        .findFirst()
                        .map(offer -> html.ok(proposed.page(view, entered, offer)))
                        .orElseGet(() -> Html.see(view.to("/suivi?k=" + key))));
    }

    @PostMapping("/{offer}/reponse")
    ResponseEntity<byte[]> answer(
            View view,
            @PathVariable UUID offer,
            @RequestParam(name = "k", defaultValue = "") String key,
            @RequestParam(name = "reponse", defaultValue = "") String said) {
        return door.act(view, key, "proposition", entered -> {
            var meant = own(view, entered, offer);
            return switch (said) {
                case "oui" -> after(view, key, answer.yes(view.authority(), meant.id()), "/rendez-vous?k=");
                case "non" -> after(view, key, answer.no(view.authority(), meant.id()), "/proposition?k=");
                case "non-ce-jour" ->
                    after(view, key, answer.no(view.authority(), meant.id(), Unsuited.DAY), "/suivi?change=1&k=");
                default -> Html.see(view.to("/proposition?k=" + key));
            };
        });
    }

    private static ResponseEntity<byte[]> after(View view, String key, AnswerOffer.Outcome outcome, String next) {
        return switch (outcome) {
            case AnswerOffer.Outcome.Taken() -> Html.see(view.to(next + key));
            case AnswerOffer.Outcome.NoRoom() -> Html.see(view.to("/proposition?k=" + key));
            case AnswerOffer.Outcome.TooLate(var offer) ->
                Html.see(
                        view.to((offer.state() == Offer.State.ACCEPTED ? "/rendez-vous?k=" : "/proposition?k=") + key));
        };
    }

    // An offer of somebody else is not found, whatever its id.
    private Offer own(View view, Door.Entered entered, UUID id) {
        return offers.find(view.authority(), id)
                .filter(it -> it.request().equals(entered.request().id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
