package org.guichet.app.catalogue;

import java.util.function.Consumer;
import org.guichet.app.outage.Outages;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Job;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Says for every authority that the service is alive, before anything else: outages are accounted for first. */
@Configuration(proxyBeanMethods = false)
class AliveJob {
    private static final Logger LOG = LoggerFactory.getLogger(AliveJob.class);

    @Bean
    @Order(5)
    Job sayAlive(Catalogues catalogues, Outages outages) {
        return new Job("alive", Limits.ALIVE_EVERY, () -> catalogues.eachAuthority(apart(outages::beat)))
                .beforeFirstPage()
                .waitingForNone();
    }

    // One authority whose outage cannot be accounted for keeps neither the others nor their first page waiting; its own
    // deadlines decide nothing before it is.
    static Consumer<AuthorityId> apart(Consumer<AuthorityId> beat) {
        return authority -> {
            try {
                beat.accept(authority);
            } catch (RuntimeException failure) {
                if (Transactions.isOutage(failure)) {
                    throw failure;
                }
                LOG.error("Nothing says that the service is alive for authority {}", authority.value(), failure);
            }
        };
    }
}
