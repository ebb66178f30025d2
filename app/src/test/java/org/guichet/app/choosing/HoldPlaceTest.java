package org.guichet.app.choosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.app.choosing.Choosers.HALF_PAST;
import static org.guichet.app.choosing.Choosers.NINE_O_CLOCK;
import static org.guichet.app.choosing.Choosers.TWO_O_CLOCK;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.guichet.app.Blackout;
import org.guichet.app.World;
import org.guichet.app.appointment.ChangeWishes;
import org.guichet.app.catalogue.KeptPlaces;
import org.guichet.app.catalogue.Place;
import org.guichet.app.catalogue.Places;
import org.guichet.app.catalogue.Vacancies;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class HoldPlaceTest {
    private static final int AT_ONCE = 50;
    private static final int MORE_THAN_CONNECTIONS = World.CONNECTIONS + 10;
    private static final LocalDate FRIDAY = LocalDate.of(2021, 4, 23);

    private World world;
    private Choosers choosers;

    @BeforeEach
    void begin() {
        world = World.fresh();
        choosers = new Choosers(world);
        world.drawAndRun();
    }

    @Test
    void what_is_kept_is_nobody_elses_until_its_time_is_over() {
        var aminata = World.application(World.AMINATA);
        choosers.fill(4);
        assertThat(choosers.hold(NINE_O_CLOCK, aminata)).isInstanceOf(HoldPlace.Outcome.Held.class);
        assertThat(choosers.choose(NINE_O_CLOCK, World.LAN)).isEqualTo(new Choose.Outcome.Taken());
        choosers.passTime();
        assertThat(choosers.choose(NINE_O_CLOCK, World.LAN)).isInstanceOf(Choose.Outcome.Recorded.class);
        assertThat(choosers.choose(NINE_O_CLOCK, aminata)).isEqualTo(new Choose.Outcome.Taken());
    }

    @Test
    void what_is_kept_is_kept_longer_by_an_outage() {
        var aminata = World.application(World.AMINATA);
        choosers.fill(4);
        choosers.hold(NINE_O_CLOCK, aminata);
        Blackout.of(world, Duration.ofHours(1));
        assertThat(choosers.choose(NINE_O_CLOCK, World.LAN)).isEqualTo(new Choose.Outcome.Taken());
        assertThat(choosers.choose(NINE_O_CLOCK, aminata)).isInstanceOf(Choose.Outcome.Recorded.class);
    }

    @Test
    void a_newer_hold_finds_the_older_also_after_an_outage() {
        choosers.hold(TWO_O_CLOCK, World.AMINATA);
        Blackout.of(world, Duration.ofHours(1));
        choosers.hold(NINE_O_CLOCK, World.AMINATA);
        assertThat(choosers.liveHoldings()).isEqualTo(1);
    }

    @Test
    void a_hold_that_is_over_is_still_had_if_nobody_took_it() {
        var aminata = World.application(World.AMINATA);
        choosers.hold(NINE_O_CLOCK, aminata);
        choosers.passTime();
        assertThat(choosers.choose(NINE_O_CLOCK, aminata)).isInstanceOf(Choose.Outcome.Recorded.class);
    }

    @Test
    void the_newest_hold_of_a_person_takes_the_place_of_the_older() {
        choosers.hold(TWO_O_CLOCK, World.AMINATA);
        choosers.hold(HALF_PAST, World.AMINATA, World.LAN);
        choosers.hold(NINE_O_CLOCK, World.LAN);
        assertThat(choosers.liveHoldings()).isEqualTo(1);
    }

    @Test
    void looking_for_another_time_in_vain_loses_nothing() {
        var aminata = World.application(World.AMINATA);
        choosers.hold(NINE_O_CLOCK, aminata);
        assertThat(choosers.hold(Choosers.wanted("loire", "2021-04-23T11:00"), aminata))
                .isEqualTo(new HoldPlace.Outcome.Taken());
        assertThat(choosers.liveHoldings()).isEqualTo(1);
    }

    @Test
    void a_robot_with_many_names_keeps_half_of_the_places_and_no_more() {
        var outcomes = IntStream.range(0, 6)
                .mapToObj(it -> choosers.hold(Choosers.ALL.get(it), World.somebody(it)))
                .toList();
        assertThat(outcomes.stream().filter(HoldPlace.Outcome.Held.class::isInstance))
                .hasSize(3);
        assertThat(outcomes.stream().filter(HoldPlace.Outcome.NotKept.class::isInstance))
                .hasSize(3);
        assertThat(choosers.choose(NINE_O_CLOCK, World.LAN)).isInstanceOf(Choose.Outcome.Recorded.class);
    }

    @Test
    void a_line_that_forms_meanwhile_leaves_what_is_kept() {
        var aminata = World.application(World.AMINATA);
        choosers.hold(TWO_O_CLOCK, aminata);
        world.register(World.KARIM);
        assertThat(choosers.choose(NINE_O_CLOCK, World.LAN)).isEqualTo(new Choose.Outcome.Over());
        assertThat(choosers.choose(TWO_O_CLOCK, aminata)).isInstanceOf(Choose.Outcome.Recorded.class);
    }

    @Test
    void a_hold_that_is_over_is_offered_to_the_line() {
        world = World.fresh();
        choosers = new Choosers(world);
        var lan = world.register(World.application(Choosers.NEVER, Together.SIMULTANEOUS, World.LAN));
        world.drawAndRun();
        choosers.fill(5);
        choosers.hold(Choosers.ALL.get(5), World.AMINATA);
        world.get(ChangeWishes.class).change(World.AUTHORITY, lan, lan.together(), Wishes.ANYTHING);
        choosers.passTime();
        world.jobs();
        assertThat(world.offer(lan).orElseThrow().startsAt())
                .isEqualTo(Choosers.ALL.get(5).start());
    }

    @Test
    void groups_see_only_times_with_room_for_all() {
        Applicant[] couple = {World.AMINA, World.KARIM};
        assertThat(choosers.calendar(Together.SIMULTANEOUS, couple).times()).containsOnlyKeys("charcot");
        assertThat(choosers.calendar(Together.ADJACENT, couple).times("loire", FRIDAY))
                .containsExactly(NINE_O_CLOCK.start());
        assertThat(choosers.calendar(Together.SAME_DAY, couple).times()).containsOnlyKeys("charcot", "loire");
        assertThat(choosers.calendar(Together.SIMULTANEOUS, World.AMINA, World.KARIM, World.LAN)
                        .isEmpty())
                .isTrue();
        choosers.choose(TWO_O_CLOCK, World.AMINATA);
        assertThat(choosers.calendar(Together.SIMULTANEOUS, couple).times("charcot", FRIDAY.minusDays(1)))
                .containsExactly(HALF_PAST.start());
    }

    @Test
    void of_fifty_who_keep_one_place_at_once_the_index_lets_one() throws InterruptedException, ExecutionException {
        var place = List.of(place());
        var now = world.clock().instant();
        var transactions = world.get(Transactions.class);
        // Without the lock of the pool, as a program would do that forgot it.
        var kept = Choosers.atOnce(IntStream.range(0, AT_ONCE)
                .<Callable<Boolean>>mapToObj(_ -> () -> transactions.of(_ -> world.get(KeptPlaces.class)
                        .keep(World.AUTHORITY, place, UUID.randomUUID(), KeptPlaces.Term.of(now, now.plusSeconds(60)))
                        .isPresent())));
        assertThat(kept.stream().filter(it -> it)).hasSize(1);
        assertThat(choosers.liveHoldings()).isEqualTo(1);
    }

    @Test
    void whoever_waits_for_the_line_leaves_connections_for_everybody_else() {
        var wait = new CountDownLatch(MORE_THAN_CONNECTIONS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            world.get(Transactions.class).run(_ -> {
                world.get(Places.class).lock(World.AUTHORITY, World.POOL);
                for (int i = 0; i < MORE_THAN_CONNECTIONS; i++) {
                    var person = World.somebody(i);
                    threads.execute(() -> {
                        wait.countDown();
                        choosers.choose(TWO_O_CLOCK, person);
                    });
                }
                await(wait);
                world.awaitBlocked(2);
                // Without the turns all connections wait for the lock, and this one is not had.
                IntStream.range(0, AT_ONCE).forEach(i -> world.register(World.somebody(1_000 + i)));
                assertThat(world.blocked()).isEqualTo(2);
            });
        }
        assertThat(choosers.liveHoldings()).isZero();
    }

    @Test
    void without_the_index_the_same_place_is_kept_twice() throws InterruptedException, ExecutionException {
        world.jdbc()
                .sql("create table unguarded (place_id bigint, holder uuid)")
                .update();
        try {
            var place = place().id();
            var looked = new CyclicBarrier(2);
            Choosers.atOnce(IntStream.range(0, 2).<Callable<Integer>>mapToObj(_ -> () -> {
                var holders = world.jdbc()
                        .sql("select count(*) from unguarded where place_id = ?")
                        .params(place)
                        .query(Integer.class)
                        .single();
                looked.await(1, TimeUnit.MINUTES);
                return holders > 0
                        ? 0
                        : world.jdbc()
                                .sql("insert into unguarded values (?, gen_random_uuid())")
                                .params(place)
                                .update();
            }));
            assertThat(world.count("unguarded")).isEqualTo(2);
        } finally {
            world.jdbc().sql("drop table unguarded").update();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Place place() {
        return world.get(Vacancies.class)
                .free(
                        World.AUTHORITY,
                        World.POOL,
                        world.clock().instant(),
                        world.clock().instant())
                .getFirst();
    }
}
