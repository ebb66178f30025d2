package org.guichet.app.appointment;

import java.time.Duration;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.platform.Apart;
import org.guichet.app.platform.Job;
import org.guichet.app.platform.Limits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Holds runs, ends offers and forgotten appointments when it is time, and gives what is left when its day is near. */
@Configuration(proxyBeanMethods = false)
class AppointmentJobs {
    // A draw that the file says went wrong is void before a run that is late, or that places make that are new, gives
    // anything by it; the file changes with a start only.
    @Bean
    @Order(8)
    Job voidDrawsJob(Catalogues catalogues, VoidDraw voidDraw) {
        return new Job(
                        "voids",
                        Duration.ofMinutes(1),
                        () -> catalogues.eachAuthority(authority -> Apart.each(
                                catalogues.of(authority).voidings(), it -> voidDraw.voidDraw(authority, it))))
                .beforeFirstPage();
    }

    @Bean
    @Order(50)
    Job expireOffersJob(Catalogues catalogues, ExpireOffers expire) {
        return new Job("offers", Duration.ofSeconds(2), () -> catalogues.eachAuthority(expire::expire));
    }

    @Bean
    @Order(52)
    Job endForgottenJob(Catalogues catalogues, EndForgotten end) {
        return new Job("forgotten", Duration.ofMinutes(10), () -> catalogues.eachAuthority(end::end));
    }

    @Bean
    @Order(55)
    Job enterLineJob(Catalogues catalogues, EnterLine enter) {
        return new Job(
                "lines",
                Duration.ofSeconds(5),
                () -> catalogues.eachProcedure((authority, _, procedure) ->
                        enter.enter(authority, procedure.code(), Limits.ENTERING_AT_ONCE)));
    }

    @Bean
    @Order(60)
    Job holdRunsJob(Catalogues catalogues, HoldRun hold) {
        return new Job(
                "runs",
                Duration.ofSeconds(5),
                () -> catalogues.eachProcedure((authority, catalogue, procedure) -> {
                    // A node that still has the file of before holds none by its times.
                    if (catalogues.areNewest(authority)) {
                        hold.hold(authority, catalogue, procedure);
                    }
                }));
    }

    @Bean
    @Order(65)
    Job giveNearPlacesJob(Catalogues catalogues, GiveNearPlaces near) {
        return new Job(
                "near-places",
                Duration.ofMinutes(1),
                () -> catalogues.eachProcedure((authority, _, procedure) -> near.give(authority, procedure.code())));
    }
}
