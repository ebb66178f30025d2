package org.guichet.app.draw;

import java.time.Clock;
import java.time.Duration;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.platform.Apart;
import org.guichet.app.platform.Job;
import org.guichet.app.window.Windows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Seals and draws when it is time. */
@Configuration(proxyBeanMethods = false)
class DrawJobs {
    @Bean
    @Order(30)
    Job sealListsJob(Catalogues catalogues, Windows windows, SealList seal, Clock clock) {
        return new Job(
                "seal",
                Duration.ofSeconds(1),
                () -> catalogues.eachAuthority(authority ->
                        Apart.each(windows.over(authority, clock.instant()), window -> seal.seal(authority, window))));
    }

    @Bean
    @Order(40)
    Job drawOrdersJob(Catalogues catalogues, Windows windows, Drawings drawings, DrawOrder draw) {
        return new Job(
                "draw",
                Duration.ofSeconds(2),
                () -> catalogues.eachAuthority(authority -> Apart.each(
                        drawings.waiting(authority),
                        it -> draw.draw(authority, it, windows.find(authority, it.pool(), it.window())))));
    }
}
