package org.guichet.app.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.guichet.app.World;
import org.guichet.app.platform.Transactions;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataIntegrityViolationException;

@Timeout(120)
final class RegisterTest {
    private static final int AT_ONCE = 50;
    // No text of the database holds this character.
    private static final Wishes NEVER_STORED =
            new Wishes(List.of("\0"), Moments.ALL, List.of(), Moments.ALL, List.of());

    private World world;

    @BeforeEach
    void begin() {
        world = World.fresh();
    }

    @Test
    void a_request_gets_a_number_and_a_letter() {
        var request = world.register(World.AMINA, World.KARIM);
        world.jobs();
        assertThat(request.isLive()).isTrue();
        assertThat(world.letters().to("amina@example.org"))
                .singleElement()
                .satisfies(it -> assertThat(it.body())
                        .contains(request.number().grouped())
                        .contains("dimanche 11 avril 2021"));
    }

    @Test
    void the_same_form_sent_twice_is_the_same_request() {
        var form = World.application(World.AMINATA);
        var first = register(form);
        var second = register(form);
        assertThat(second).isInstanceOf(Register.Outcome.SentBefore.class);
        assertThat(second.request().number()).isEqualTo(first.request().number());
        assertThat(world.count("request")).isEqualTo(1);
    }

    @Test
    void asking_again_looks_the_same_and_joins_the_first_request() {
        var first = world.register(World.AMINATA);
        var again = register(World.application(World.AMINATA));
        world.jobs();
        assertThat(again).isInstanceOf(Register.Outcome.Registered.class);
        assertThat(again.request().number()).isNotEqualTo(first.number());
        assertThat(world.reload(again.request()).joined()).isTrue();
        assertThat(world.reload(first).isLive()).isTrue();
        assertThat(world.letters().to("aminata@example.org"))
                .extracting(it -> it.subject().replaceAll("\\d{4}", "…"))
                .filteredOn(it -> it.contains("deuxième"))
                .hasSize(1);
    }

    @Test
    void somebody_who_stands_in_the_line_joins_a_whole_group_to_the_first_request() {
        world.register(World.AMINA);
        var couple = world.register(World.AMINA, World.KARIM);
        assertThat(world.reload(couple).joined()).isTrue();
        // Nothing half-written: the one who was new does not stand in the line by this.
        var alone = world.register(World.KARIM);
        assertThat(world.reload(alone).isLive()).isTrue();
    }

    @Test
    void the_same_document_written_differently_is_the_same_person() {
        world.register(World.AMINATA);
        var typed = World.person("Traore", "AMINATA", "ML", "12 ab-34567");
        assertThat(world.reload(world.register(typed)).joined()).isTrue();
    }

    @Test
    void of_fifty_at_once_for_one_person_one_stands_in_the_line() throws InterruptedException, ExecutionException {
        var outcomes = atOnce(() -> register(World.application(World.AMINATA)));
        assertThat(outcomes).hasSize(AT_ONCE);
        assertThat(outcomes.stream().map(it -> world.reload(it.request())).filter(Request::isLive))
                .hasSize(1);
        assertThat(world.count("standing")).isEqualTo(1);
    }

    @Test
    void without_the_key_of_the_line_fifty_at_once_would_all_stand_in_it()
            throws InterruptedException, ExecutionException {
        world.jdbc().sql("create table unguarded (person_key text not null)").update();
        try {
            var transactions = world.get(Transactions.class);
            var bothHaveLooked = new CompletableFuture<Boolean>().orTimeout(1, TimeUnit.MINUTES);
            var looked = new AtomicInteger();
            atOnce(() -> transactions.of(_ -> {
                var stands = world.jdbc()
                        .sql("select count(*) from unguarded where person_key = 'aminata'")
                        .query(Integer.class)
                        .single();
                if (looked.incrementAndGet() == 2) {
                    bothHaveLooked.complete(true);
                }
                bothHaveLooked.join();
                return stands > 0
                        ? 0
                        : world.jdbc()
                                .sql("insert into unguarded values ('aminata')")
                                .update();
            }));
            assertThat(world.count("unguarded")).isGreaterThan(1);
        } finally {
            world.jdbc().sql("drop table unguarded").update();
        }
    }

    @Test
    void of_fifty_at_once_with_one_form_one_is_recorded() throws InterruptedException, ExecutionException {
        var form = World.application(World.AMINA, World.KARIM);
        var outcomes = atOnce(() -> register(form));
        assertThat(outcomes.stream().map(it -> it.request().number()).distinct())
                .hasSize(1);
        assertThat(outcomes.stream().filter(Register.Outcome.Registered.class::isInstance))
                .hasSize(1);
    }

    @Test
    void groups_that_share_persons_in_any_order_never_wait_for_each_other()
            throws InterruptedException, ExecutionException {
        var outcomes = atOnce(() -> {
            var forwards = Thread.currentThread().threadId() % 2 == 0;
            return register(
                    forwards
                            ? World.application(World.AMINA, World.KARIM, World.LAN)
                            : World.application(World.LAN, World.KARIM, World.AMINA));
        });
        assertThat(outcomes.stream().map(it -> world.reload(it.request())).filter(Request::isLive))
                .hasSize(1);
    }

    @Test
    void asking_at_the_closing_instant_is_the_next_window() {
        world.clock().set(World.paris("2021-04-11T23:59:59"));
        assertThat(world.register(World.AMINATA).window()).isEqualTo(1);
        world.clock().set(World.paris("2021-04-12T00:00"));
        assertThat(world.register(World.AMINA).window()).isEqualTo(2);
    }

    @Test
    void one_bad_row_fails_alone_among_fifty_good_ones() throws InterruptedException, ExecutionException {
        var people = new AtomicInteger();
        var outcomes = atOnce(() -> {
            var number = people.incrementAndGet();
            try {
                return number == AT_ONCE / 2
                        ? register(World.application(NEVER_STORED, Together.SIMULTANEOUS, World.AMINATA))
                                .toString()
                        : register(World.application(World.somebody(number)))
                                .request()
                                .number()
                                .digits();
            } catch (DataIntegrityViolationException bad) {
                return "bad";
            }
        });
        assertThat(outcomes).hasSize(AT_ONCE).containsOnlyOnce("bad").doesNotHaveDuplicates();
        assertThat(world.count("request")).isEqualTo(AT_ONCE - 1);
        assertThat(world.count("standing")).isEqualTo(AT_ONCE - 1);
        assertThat(world.jdbc()
                        .sql("select count(*) from leaf where body like 'guichet.org/request@v1%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(AT_ONCE - 1);
    }

    private Register.Outcome register(Application form) {
        return world.get(Register.class).register(World.AUTHORITY, form);
    }

    private static <T> List<T> atOnce(Callable<T> work) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        var results = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<T>>();
            for (int i = 0; i < AT_ONCE; i++) {
                all.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            for (var each : all) {
                results.add(each.get());
            }
        }
        return results;
    }
}
