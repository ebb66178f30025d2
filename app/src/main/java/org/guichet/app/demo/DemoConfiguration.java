package org.guichet.app.demo;

import java.time.Duration;
import java.time.Instant;
import org.guichet.app.platform.Job;
import org.guichet.app.platform.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the demo puts in the place of the real thing: the clock. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("guichet.demo")
class DemoConfiguration {
    /** Friday 2 April 2021, 10:30 in Paris: the window is open, the draw ten days away. */
    private static final Instant FIRST = Instant.parse("2021-04-02T08:30:00Z");

    @Bean(destroyMethod = "remember")
    DemoClock clock(Settings settings) {
        return new DemoClock(settings.folder().resolve("clock"), FIRST);
    }

    @Bean
    @Order(99)
    Job rememberClockJob(DemoClock clock) {
        return new Job("clock", Duration.ofSeconds(10), clock::remember);
    }
}
