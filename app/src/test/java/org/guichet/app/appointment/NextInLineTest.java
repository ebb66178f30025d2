package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.catalogue.Place;
import org.guichet.app.catalogue.Places;
import org.guichet.app.catalogue.Vacancies;
import org.guichet.app.draw.Ranks;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.Requests;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Places that are freed one after the other go to those to whom a run over the whole line would give them. */
final class NextInLineTest {
    private static final List<String> CENTRES = List.of("charcot", "loire");
    private static final Wishes ONLY_LOIRE =
            new Wishes(List.of("loire"), Moments.ALL, List.of("loire"), Moments.ALL, List.of());
    private static final int REQUESTS = 40;
    private static final int STEPS = 30;

    private World world;

    @BeforeEach
    void begin() {
        world = World.fresh();
    }

    /** What somebody holds. */
    private record Gift(RequestId request, Set<Long> places) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 110})
    void whoever_is_next_is_found_as_by_a_run_over_the_whole_line(long seed) {
        var random = new Random(seed);
        var line = line(random);
        var steps = new RandomSteps(world, random);
        var entries = new LineEntries(world);
        var given = 0;
        for (int step = 0; step < STEPS; step++) {
            var held = held(line);
            if (held.isEmpty()) {
                break;
            }
            var offer = held.get(random.nextInt(held.size()));
            var by = requests().get(World.AUTHORITY, offer.request());
            var expected = wholeLine(by, offer);
            var before = gifts(line);
            steps.free(by, offer);
            var after = gifts(line);
            after.removeAll(before);
            assertThat(after).as("seed %d, step %d", seed, step).isEqualTo(expected);
            given += after.size();
            steps.somethingElse(line.get(random.nextInt(line.size())).id());
            // It gives what was free before to somebody who wants it since.
            run();
            assertThat(entries.stored()).as("seed %d, step %d", seed, step).isEqualTo(entries.mustBe());
        }
        assertThat(given).isPositive();
    }

    @Test
    void whoever_has_precedence_beyond_the_share_is_not_next_before_those_ahead_in_the_line() {
        var random = new RandomRequests(world, new Random(1));
        for (int number = 0; number < 8; number++) {
            world.register(World.application(ONLY_LOIRE, Together.SIMULTANEOUS, World.somebody(number)));
        }
        world.drawAndRun();
        var line = world.get(Ranks.class).line(World.AUTHORITY, World.POOL).stream()
                .map(it -> requests().get(World.AUTHORITY, it.request()))
                .toList();
        // Of two places none may be taken by precedence.
        random.grantPrecedence(line.getLast(), "age");
        var offer = world.offer(line.getFirst()).orElseThrow();
        for (int next = 2; next < 7; next++) {
            world.get(AnswerOffer.class).no(World.AUTHORITY, offer.id());
            offer = world.offer(line.get(next)).orElseThrow();
        }
        assertThat(world.offer(line.getLast())).isEmpty();
    }

    /** Requests of all kinds, drawn, and more places than the world has, given by one run. */
    private List<Request> line(Random random) {
        var line = IntStream.range(0, REQUESTS)
                .mapToObj(it -> new RandomRequests(world, random).ask(it))
                .toList();
        world.drawAndRun();
        for (int counter = 20; counter < 23; counter++) {
            for (var at : List.of("2021-04-22T11:00", "2021-04-22T11:30", "2021-04-22T14:00", "2021-04-23T09:30")) {
                open(CENTRES.get(counter % 2), counter, World.paris(at));
            }
        }
        run();
        return line;
    }

    private void open(String centre, int counter, Instant start) {
        world.jdbc()
                .sql("insert into place (authority_id, pool, centre, counter, starts_at, ends_at)"
                        + " values (?, ?, ?, ?, ?::timestamptz, ?::timestamptz)")
                .params(
                        World.AUTHORITY.value(),
                        World.POOL,
                        centre,
                        counter,
                        start.toString(),
                        start.plusSeconds(1800).toString())
                .update();
    }

    private void run() {
        world.get(Transactions.class).run(now -> {
            world.get(Places.class).lock(World.AUTHORITY, World.POOL);
            world.get(LineIndex.class).takeIn(World.AUTHORITY, World.POOL, 9);
            world.get(Allotment.class).give(World.AUTHORITY, World.POOL, now);
        });
    }

    /** Who would get what if this were freed now: everything that is free, and everybody who waits. */
    private Set<Gift> wholeLine(Request by, Offer offer) {
        var now = world.clock().instant();
        var transaction = new TransactionTemplate(world.get(PlatformTransactionManager.class));
        return Objects.requireNonNull(transaction.execute(status -> {
            world.get(Places.class).release(World.AUTHORITY, offer.id(), now);
            world.get(Offers.class).move(World.AUTHORITY, offer, offer.state(), Offer.State.CANCELLED, now);
            var free = world.get(Vacancies.class).free(World.AUTHORITY, World.POOL, now.plus(Limits.FREED_LEAD), now);
            var line = world.get(RankedLine.class).of(World.AUTHORITY, World.POOL, now).stream()
                    .filter(it -> !it.request().id().equals(by.id()))
                    .toList();
            status.setRollbackOnly();
            return gifts(world.get(Allotment.class).allot(World.AUTHORITY, World.POOL, free, line));
        }));
    }

    private static Set<Gift> gifts(Round round) {
        var byLabel = round.line().stream()
                .map(RankedLine.Waiting::request)
                .collect(Collectors.toMap(it -> it.label().hex(), Request::id));
        return round.held().outcome().given().stream()
                .map(it -> new Gift(
                        Objects.requireNonNull(byLabel.get(it.label())),
                        it.places().stream()
                                .map(org.guichet.core.allot.Place::id)
                                .collect(Collectors.toSet())))
                .collect(Collectors.toSet());
    }

    private List<Offer> held(List<Request> line) {
        return line.stream().flatMap(it -> world.offer(it).stream()).toList();
    }

    private Set<Gift> gifts(Collection<Request> line) {
        var gifts = new HashSet<Gift>();
        for (var request : line) {
            world.offer(request)
                    .ifPresent(it -> gifts.add(new Gift(
                            request.id(),
                            world.get(Places.class).heldBy(World.AUTHORITY, it.id()).stream()
                                    .map(Place::id)
                                    .collect(Collectors.toSet()))));
        }
        return gifts;
    }

    private Requests requests() {
        return world.get(Requests.class);
    }
}
