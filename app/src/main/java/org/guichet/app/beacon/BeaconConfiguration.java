package org.guichet.app.beacon;

import org.guichet.app.platform.Keys;
import org.guichet.app.platform.Settings;
import org.guichet.core.beacon.Chain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beacon that the settings choose, and its chain. */
@Configuration(proxyBeanMethods = false)
class BeaconConfiguration {
    @Bean
    Beacon beacon(Settings settings, Keys keys) {
        return settings.demo() ? new RehearsalBeacon(keys.seed("rehearsal")) : new Relays(settings.relays());
    }

    @Bean
    Chain chain(Beacon beacon) {
        return beacon.chain();
    }
}
