package org.guichet.app.limit;

import java.time.Duration;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.platform.Job;
import org.guichet.app.platform.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Forgets what was counted in spans that are over. */
@Configuration(proxyBeanMethods = false)
class LimitJobs {
    @Bean
    @Order(95)
    Job forgetCountsJob(Catalogues catalogues, Tally tally, Transactions transactions) {
        return new Job(
                "forget-counts",
                Duration.ofHours(1),
                () -> catalogues.eachAuthority(authority -> transactions.run(now -> tally.forget(authority, now))));
    }
}
