package org.guichet.app.catalogue;

import org.guichet.app.outage.Outages;
import org.guichet.app.platform.Job;
import org.guichet.app.platform.Limits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Says for every authority that the service is alive, before anything else: outages are accounted for first. */
@Configuration(proxyBeanMethods = false)
class AliveJob {
    @Bean
    @Order(5)
    Job sayAlive(Catalogues catalogues, Outages outages) {
        return new Job(
                        "alive",
                        Limits.ALIVE_EVERY,
                        () -> catalogues.authorities().forEach(outages::beat))
                .beforeFirstPage();
    }
}
