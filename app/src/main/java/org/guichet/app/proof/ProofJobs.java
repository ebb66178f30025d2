package org.guichet.app.proof;

import java.time.Duration;
import java.util.Objects;
import org.guichet.app.ledger.Tree;
import org.guichet.app.platform.Apart;
import org.guichet.app.platform.Job;
import org.guichet.app.platform.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Writes the plain files where they are wanted. */
@Configuration(proxyBeanMethods = false)
class ProofJobs {
    // Only nodes with the setting know this job, so that no other takes it from them.
    @Bean
    @Order(82)
    @ConditionalOnProperty("guichet.journal-folder")
    Job journalFolderJob(Tree tree, JournalFiles files, WitnessProofs proofs, Settings settings) {
        var folder = new JournalFolder(tree, files, proofs, Objects.requireNonNull(settings.journalFolder()));
        return new Job("journal-folder", Duration.ofSeconds(5), () -> Apart.each(tree.authorities(), folder::write));
    }
}
