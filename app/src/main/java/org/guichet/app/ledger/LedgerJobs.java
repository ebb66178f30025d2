package org.guichet.app.ledger;

import java.time.Duration;
import java.util.List;
import org.guichet.app.platform.Apart;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sequences about every second, when there is something. */
@Configuration(proxyBeanMethods = false)
class LedgerJobs {
    private static final String AUTHORITIES_WAITING = """
            select distinct authority_id
            from leaf
            order by authority_id""";

    @Bean
    @Order(80)
    Job sequenceJob(Sequence sequence, JdbcClient jdbc) {
        return new Job(
                "journal",
                Duration.ofSeconds(1),
                () -> Apart.each(waiting(jdbc), authority -> {
                    while (sequence.sequence(authority) > 0) {
                        // As long as there is more than one batch.
                    }
                }));
    }

    private static List<AuthorityId> waiting(JdbcClient jdbc) {
        return jdbc.sql(AUTHORITIES_WAITING)
                .query((row, _) -> new AuthorityId(row.getInt("authority_id")))
                .list();
    }
}
