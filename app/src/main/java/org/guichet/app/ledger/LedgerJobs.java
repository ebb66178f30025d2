package org.guichet.app.ledger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Job;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sequences about every second, when there is something, then asks the witnesses, and writes the plain files where they
 * are wanted.
 */
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
                () -> waiting(jdbc).forEach(authority -> {
                    while (sequence.sequence(authority) > 0) {
                        // As long as there is more than one batch.
                    }
                }));
    }

    @Bean
    AskWitnesses askWitnesses(
            Settings settings, Tiles tiles, JournalFiles files, Cosignatures cosignatures, InstantSource wallTime) {
        var witnesses = Witness.parse(settings.witnesses());
        var client = new WitnessClient(Limits.WITNESS_PATIENCE);
        return new AskWitnesses(witnesses, tiles, files, cosignatures, client, wallTime);
    }

    @Bean
    @Order(81)
    Job witnessJob(AskWitnesses witnesses) {
        return new Job("witnesses", Duration.ofSeconds(5), witnesses::ask);
    }

    // Only nodes with the setting know this job, so that no other takes it from them.
    @Bean
    @Order(82)
    @ConditionalOnProperty("guichet.journal-folder")
    Job journalFolderJob(JournalFiles files, Settings settings, Tiles tiles) {
        var folder = new JournalFolder(files, Objects.requireNonNull(settings.journalFolder()));
        return new Job(
                "journal-folder",
                Duration.ofSeconds(5),
                () -> tiles.authorities().forEach(folder::write));
    }

    private static List<AuthorityId> waiting(JdbcClient jdbc) {
        return jdbc.sql(AUTHORITIES_WAITING)
                .query((row, _) -> new AuthorityId(row.getInt("authority_id")))
                .list();
    }
}
