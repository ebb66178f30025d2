package org.guichet.app.notice;

import java.time.Duration;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.platform.Job;
import org.guichet.app.platform.Jobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Empties the outbox. */
@Configuration(proxyBeanMethods = false)
class NoticeJobs {
    @Bean
    @Order(90)
    Job sendNoticesJob(Catalogues catalogues, SendNotices send, Jobs jobs) {
        return new Job("notices", Duration.ofSeconds(1), () -> send.send(catalogues.authorities(), jobs::isRunning));
    }
}
