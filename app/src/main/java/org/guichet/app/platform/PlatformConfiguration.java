package org.guichet.app.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts that are chosen by settings: which database, which clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
final class PlatformConfiguration {

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
    EmbeddedDatabase embeddedDatabase(Settings settings, Keys keys) {
        return new EmbeddedDatabase(settings.folder().resolve("postgres"), keys);
    }

    // The database keeps microseconds; a clock that says more would tell stored times from fresh ones.
    @Bean
    @ConditionalOnProperty(name = "guichet.demo", havingValue = "false", matchIfMissing = true)
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    // Sealed addresses protect what was typed on a shared computer: they age in real time even where the clock is
    // moved.
    @Bean
    InstantSource wallTime() {
        return InstantSource.system();
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }
}
