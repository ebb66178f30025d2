package org.guichet.app.witness;

import java.time.Duration;
import java.time.InstantSource;
import org.guichet.app.ledger.Tree;
import org.guichet.app.platform.Job;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Asks the witnesses after the journal was sequenced. */
@Configuration(proxyBeanMethods = false)
class WitnessJobs {
    @Bean
    Witnesses witnesses(Settings settings) {
        return new Witnesses(settings.witnesses(), settings.quorum());
    }

    @Bean
    AskWitnesses askWitnesses(Witnesses witnesses, Tree tree, Cosignatures cosignatures, InstantSource wallTime) {
        return new AskWitnesses(
                witnesses.all(), tree, cosignatures, new WitnessClient(Limits.WITNESS_PATIENCE), wallTime);
    }

    @Bean
    @Order(81)
    Job witnessJob(AskWitnesses witnesses) {
        return new Job("witnesses", Duration.ofSeconds(5), witnesses::ask);
    }
}
