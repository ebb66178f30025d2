package org.guichet.app.closure;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.guichet.app.appointment.CentreClosed;
import org.guichet.app.appointment.Offer;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.Places;
import org.guichet.app.catalogue.PublishPlaces;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.guichet.app.reception.Visits;
import org.springframework.stereotype.Component;

/**
 * Makes the places of a pool what the rules in force say: what stands in a closed centre ends, places are made and
 * taken away, and what became free is given, all in one transaction. Again changes nothing.
 */
@Component
public final class FollowRules {
    private final Transactions transactions;
    private final Catalogues catalogues;
    private final Places places;
    private final PublishPlaces publish;
    private final CentreClosed closed;
    private final Visits visits;

    FollowRules(
            Transactions transactions,
            Catalogues catalogues,
            Places places,
            PublishPlaces publish,
            CentreClosed closed,
            Visits visits) {
        this.transactions = transactions;
        this.catalogues = catalogues;
        this.places = places;
        this.publish = publish;
        this.closed = closed;
        this.visits = visits;
    }

    /** How many offers and appointments ended, and what became of the places. */
    public record Followed(int ended, PublishPlaces.Published places) {
        static final Followed NOTHING = new Followed(0, new PublishPlaces.Published(0, 0, 0, 0, 0, List.of()));
    }

    public Followed follow(AuthorityId authority, Catalogue catalogue, String pool) {
        var followed = transactions.of(now -> {
            places.lock(authority, pool);
            // A node that still has the file of before must not open again what another has closed.
            return catalogues.areNewest(authority) ? follow(authority, catalogue, pool, now) : Followed.NOTHING;
        });
        if (followed.ended() > 0) {
            places.recount();
        }
        return followed;
    }

    /** Whether something stands in a closed centre. */
    boolean isBehind(AuthorityId authority, Catalogue catalogue, String pool) {
        return catalogue.closures().stream()
                .anyMatch(it -> !standing(authority, catalogue, pool, it).isEmpty());
    }

    private Followed follow(AuthorityId authority, Catalogue catalogue, String pool, Instant now) {
        var ended = new HashSet<Offer>();
        for (var closure : catalogue.closures()) {
            for (var offer : standing(authority, catalogue, pool, closure)) {
                closed.end(authority, offer, closure, now);
                ended.add(offer);
            }
        }
        // What they held is free now, and not wanted any more.
        var published = publish.publish(authority, catalogue, pool, now);
        if (!ended.isEmpty() || published.added() > 0 || published.again() > 0) {
            closed.giveAgain(authority, pool, now);
        }
        return new Followed(ended.size(), published);
    }

    // Who is at a counter is served, closure or not.
    private List<Offer> standing(AuthorityId authority, Catalogue catalogue, String pool, Catalogue.Closure closure) {
        var zone = catalogue.authority().zone();
        return closed.standing(authority, pool, closure, zone).stream()
                .filter(it -> !visits.isAtCounter(authority, it.id()))
                .toList();
    }
}
