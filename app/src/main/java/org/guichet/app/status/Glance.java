package org.guichet.app.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.app.appointment.Offer;
import org.guichet.app.catalogue.Horizon;
import org.guichet.app.draw.Ranks;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestNumber;
import org.guichet.app.registration.Wishes;
import org.guichet.core.draw.Label;

/** All that is stored of a request and shown on its page, as it was at one instant. Its offers are newest first. */
public record Glance(Asked asked, Wanted wanted, Drawn drawn, boolean asleep, List<Offer> offers) {
    /** What was asked, and whether it is over. */
    public record Asked(
            String pool,
            int window,
            RequestNumber number,
            Label label,
            Instant registeredAt,
            int persons,
            boolean joined,
            boolean atDesk,
            Optional<Request.Ended> ended,
            Optional<Instant> reachChangedAt) {}

    /** Who comes, what suits, and the class above the ordinary one that was granted. */
    public record Wanted(Horizon.Group group, Wishes wishes, Optional<String> legalClass) {}

    /** When the window closes and the draw is, or was; what it gave, and the rank that is left of it. */
    public record Drawn(
            Instant closesAt, Instant at, Optional<StatusPage.Standing> standing, Optional<Ranks.Rank> rank) {}

    boolean isLive() {
        return !asked.joined() && asked.ended().isEmpty();
    }

    Optional<Offer> liveOffer() {
        return offers.stream().filter(Offer::isLive).findFirst();
    }
}
