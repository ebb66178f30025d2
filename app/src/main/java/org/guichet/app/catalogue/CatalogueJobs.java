package org.guichet.app.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.guichet.app.platform.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Keeps the places of the coming weeks made. */
@Configuration(proxyBeanMethods = false)
class CatalogueJobs {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogueJobs.class);

    @Bean
    @Order(10)
    Job publishPlacesJob(Catalogues catalogues, PublishPlaces publish, Clock clock) {
        // What this node published today needs no second look: the rules in force change only with a restart.
        var published = new ConcurrentHashMap<String, LocalDate>();
        return new Job(
                        "places",
                        Duration.ofMinutes(10),
                        () -> catalogues.eachProcedure((authority, catalogue, procedure) -> {
                            var day = clock.instant()
                                    .atZone(catalogue.authority().zone())
                                    .toLocalDate();
                            if (!day.equals(published.put(authority + procedure.code(), day))) {
                                log(procedure.code(), publish.publish(authority, catalogue, procedure.code()));
                            }
                        }))
                .beforeFirstPage();
    }

    private static void log(String pool, PublishPlaces.Published done) {
        if (done.made() + done.withdrawn() > 0) {
            LOG.info("{}: {} places made, {} withdrawn", pool, done.made(), done.withdrawn());
        }
        if (!done.conflicts().isEmpty()) {
            LOG.warn(
                    "{}: kept though the rules no longer make them, because they are held: {}",
                    pool,
                    done.conflicts().stream()
                            .map(it -> "%s counter %d %s".formatted(it.centre(), it.counter(), it.startsAt()))
                            .collect(Collectors.joining("; ")));
        }
    }
}
