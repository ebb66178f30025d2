package org.guichet.app.reception;

import java.util.UUID;
import org.guichet.app.access.Staff;
import org.guichet.app.page.Html;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * What an agent does with a dossier. Each answers 303 to the dossier, with the focus in the box for the next one.
 */
@Controller
@RequestMapping("/agent/rendez-vous/{offer}")
final class VisitPages {
    private final Days days;
    private final CheckIn checkIn;
    private final CallIn callIn;
    private final Conclude conclude;
    private final UndoStep undo;

    VisitPages(Days days, CheckIn checkIn, CallIn callIn, Conclude conclude, UndoStep undo) {
        this.days = days;
        this.checkIn = checkIn;
        this.callIn = callIn;
        this.conclude = conclude;
        this.undo = undo;
    }

    @PostMapping("/arrivee")
    ResponseEntity<byte[]> arrive(Staff staff, @PathVariable UUID offer) {
        checkIn.checkIn(staff.desk(), mine(staff, offer));
        return done(offer);
    }

    @PostMapping("/appel")
    ResponseEntity<byte[]> call(Staff staff, @PathVariable UUID offer) {
        callIn.call(staff.desk(), mine(staff, offer));
        return done(offer);
    }

    @PostMapping("/rappel")
    ResponseEntity<byte[]> callAgain(Staff staff, @PathVariable UUID offer, @RequestParam("pas") UUID step) {
        callIn.again(staff.desk(), mine(staff, offer), step);
        return done(offer);
    }

    @PostMapping("/absence")
    ResponseEntity<byte[]> absent(Staff staff, @PathVariable UUID offer) {
        conclude.absent(staff.desk(), mine(staff, offer));
        return done(offer);
    }

    @PostMapping("/annulation")
    ResponseEntity<byte[]> undo(Staff staff, @PathVariable UUID offer, @RequestParam("pas") UUID step) {
        return switch (undo.undo(staff.desk(), mine(staff, offer), step)) {
            case UNDONE, NOT_NEWEST -> done(offer);
            case TOO_LATE -> Html.see("/agent/rendez-vous/" + offer + "?tard=1");
        };
    }

    /** Only appointments of the agent's own centre are touched, and none of a day to come. */
    private UUID mine(Staff staff, UUID offer) {
        return days.inHand(staff.desk(), offer, staff.now())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .id();
    }

    static ResponseEntity<byte[]> done(UUID offer) {
        return Html.see("/agent/rendez-vous/" + offer + "#trouver");
    }
}
