package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.catalogue.Places;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run holds the lock of the pool for longer than people like to wait, and many answer meanwhile. */
final class LongRunTest {
    private final World world = World.fresh();

    @Test
    @Timeout(300)
    void whoever_comes_when_many_wait_already_is_told_at_once_and_everybody_else_is_served() {
        var request = world.register(World.AMINATA);
        world.drawAndRun();
        var offer = world.offer(request).orElseThrow();
        var yes = "/fr/proposition/" + offer.id() + "/reponse?k=" + key(request);
        var told = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            world.get(Transactions.class).run(_ -> {
                world.get(Places.class).lock(World.AUTHORITY, World.POOL);
                var all = IntStream.rangeClosed(0, Limits.AT_ONE_LOCK_MAX)
                        .mapToObj(_ -> threads.submit(() -> answer(offer, told)))
                        .toList();
                while (told.get() == 0 && !all.stream().allMatch(Future::isDone)) {
                    Thread.onSpinWait();
                }
                var page = world.visitor().post(yes, Map.of("reponse", "oui"));
                assertThat(page.status()).isEqualTo(503);
                assertThat(page.body())
                        .contains("Beaucoup de personnes envoient en ce moment", "name=\"reponse\" value=\"oui\"");
                assertThat(world.visitor().get("/fr/suivi?k=" + key(request)).status())
                        .isEqualTo(200);
            });
        }
        assertThat(told).hasValue(1);
        assertThat(world.visitor().post(yes, Map.of("reponse", "oui")).location())
                .startsWith("/fr/rendez-vous?k=");
    }

    private void answer(Offer offer, AtomicInteger told) {
        try {
            world.get(AnswerOffer.class).yes(World.AUTHORITY, offer.id());
        } catch (RejectedExecutionException tooMany) {
            told.incrementAndGet();
        }
    }

    private String key(Request request) {
        return world.get(Passes.class).key(World.AUTHORITY, request.id(), Passes.Level.LINK);
    }
}
