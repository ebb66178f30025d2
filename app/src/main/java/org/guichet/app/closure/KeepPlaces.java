package org.guichet.app.closure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.PublishPlaces;
import org.guichet.app.platform.Pool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Follows the rules for every procedure, once a day, and whenever something stands in a closed centre. */
@Component
final class KeepPlaces {
    private static final Logger LOG = LoggerFactory.getLogger(KeepPlaces.class);

    private final Catalogues catalogues;
    private final FollowRules follow;
    private final Clock clock;
    // What this node published today needs no second look: the rules in force change only with a restart. Only who was
    // at a counter when the centre closed, and then was not served after all, still stands in it later.
    private final Map<Pool, LocalDate> published = new ConcurrentHashMap<>();

    KeepPlaces(Catalogues catalogues, FollowRules follow, Clock clock) {
        this.catalogues = catalogues;
        this.follow = follow;
        this.clock = clock;
    }

    void keep() {
        var unmade = new HashSet<Pool>();
        catalogues.eachProcedure((authority, catalogue, procedure) -> {
            var pool = new Pool(authority, procedure.code());
            if (!today(catalogue).equals(published.get(pool)) || follow.isBehind(authority, catalogue, pool.code())) {
                if (follow(catalogue, pool).missing() > 0) {
                    unmade.add(pool);
                } else {
                    published.put(pool, today(catalogue));
                }
            }
        });
        // A counter that changed hands was still taken where its new procedure stands in the file before the old one.
        catalogues.eachProcedure((authority, catalogue, procedure) -> {
            var pool = new Pool(authority, procedure.code());
            if (unmade.contains(pool)) {
                follow(catalogue, pool);
                published.put(pool, today(catalogue));
            }
        });
    }

    private PublishPlaces.Published follow(Catalogue catalogue, Pool pool) {
        var done = follow.follow(pool.authority(), catalogue, pool.code());
        log(pool.code(), done);
        return done.places();
    }

    private LocalDate today(Catalogue catalogue) {
        return clock.instant().atZone(catalogue.authority().zone()).toLocalDate();
    }

    private static void log(String pool, FollowRules.Followed done) {
        var places = done.places();
        if (places.made() + places.withdrawn() > 0) {
            LOG.info("{}: {} places made, {} withdrawn", pool, places.made(), places.withdrawn());
        }
        if (done.ended() > 0) {
            LOG.warn("{}: {} offers and appointments ended, because their centre is closed", pool, done.ended());
        }
        if (!places.conflicts().isEmpty()) {
            LOG.warn(
                    "{}: kept though the rules no longer make them, because they are held: {}",
                    pool,
                    places.conflicts().stream()
                            .map(it -> "%s counter %d %s".formatted(it.centre(), it.counter(), it.startsAt()))
                            .collect(Collectors.joining("; ")));
        }
    }
}
