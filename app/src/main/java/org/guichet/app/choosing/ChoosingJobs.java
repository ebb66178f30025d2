package org.guichet.app.choosing;

import java.time.Duration;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.platform.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Offers to the line what was kept for somebody who did not finish, and publishes which regime holds. */
@Configuration(proxyBeanMethods = false)
class ChoosingJobs {
    @Bean
    @Order(55)
    Job endHoldsJob(Catalogues catalogues, EndHolds end) {
        return new Job(
                "holds",
                Duration.ofSeconds(5),
                () -> catalogues.eachProcedure((authority, _, procedure) -> end.end(authority, procedure.code())));
    }

    @Bean
    @Order(65)
    Job noteRegimesJob(Catalogues catalogues, NoteRegime note) {
        return new Job(
                "regimes",
                Duration.ofSeconds(5),
                () -> catalogues.eachProcedure((authority, _, procedure) -> note.note(authority, procedure.code())));
    }
}
