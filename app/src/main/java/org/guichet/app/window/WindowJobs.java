package org.guichet.app.window;

import java.time.Duration;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.platform.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Announces the coming windows. */
@Configuration(proxyBeanMethods = false)
class WindowJobs {
    @Bean
    @Order(20)
    Job openWindowsJob(Catalogues catalogues, OpenWindows open) {
        return new Job("windows", Duration.ofSeconds(30), () -> catalogues.eachProcedure(open::open)).beforeFirstPage();
    }
}
