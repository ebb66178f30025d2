package org.guichet.app.closure;

import java.time.Duration;
import org.guichet.app.platform.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Keeps the places of the coming weeks made, and closed centres empty. */
@Configuration(proxyBeanMethods = false)
class ClosureJobs {
    @Bean
    @Order(10)
    Job keepPlacesJob(KeepPlaces places) {
        return new Job("places", Duration.ofMinutes(10), places::keep).beforeFirstPage();
    }
}
