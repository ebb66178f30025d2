package org.guichet.app.closure;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.platform.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Keeps the places of the coming weeks made, and closed centres empty. */
@Configuration(proxyBeanMethods = false)
class ClosureJobs {
    private static final Logger LOG = LoggerFactory.getLogger(ClosureJobs.class);

    @Bean
    @Order(10)
    Job followRulesJob(Catalogues catalogues, FollowRules follow, Clock clock) {
        // What this node published today needs no second look: the rules in force change only with a restart. Only who
        // was at a counter when the centre closed, and then was not served after all, still stands in it later.
        var published = new ConcurrentHashMap<String, LocalDate>();
        return new Job(
                        "places",
                        Duration.ofMinutes(10),
                        () -> catalogues.eachProcedure((authority, catalogue, procedure) -> {
                            var pool = procedure.code();
                            var day = clock.instant()
                                    .atZone(catalogue.authority().zone())
                                    .toLocalDate();
                            if (!day.equals(published.get(authority + pool))
                                    || follow.isBehind(authority, catalogue, pool)) {
                                log(pool, follow.follow(authority, catalogue, pool));
                                published.put(authority + pool, day);
                            }
                        }))
                .beforeFirstPage();
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
