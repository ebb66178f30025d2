package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import org.guichet.core.allot.Given;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({"1, 3", "2, 3", "110, 3", "6, 9", "7, 9"})
    void whoever_is_next_is_found_as_by_a_run_over_the_whole_line(long seed, int counters) {
        var random = new Random(seed);
        var line = line(random, counters);
        var steps = new RandomSteps(world, random);
        var entries = new LineEntries(world);
        var given = 0;
        var isRunHeld = true;
        for (int step = 0; step < STEPS; step++) {
            var held = held(line);
            if (held.isEmpty()) {
                break;
            }
            var offer = held.get(random.nextInt(held.size()));
            var by = requests().get(World.AUTHORITY, offer.request());
            var freed = world.get(Places.class).heldBy(World.AUTHORITY, offer.id());
            var expected = wholeLine(by, offer);
            var before = gifts(line);
            steps.free(by, offer);
            var after = gifts(line);
            after.removeAll(before);
            if (isRunHeld) {
                assertThat(after).as("seed %d, step %d", seed, step).isEqualTo(Set.copyOf(expected));
            } else {
                assertThat(requests(after)).as("seed %d, step %d", seed, step).isEqualTo(first(after.size(), expected));
                assertThat(after.size() == expected.size() || areHeld(freed, line))
                        .as("seed %d, step %d: the freed place has its holder", seed, step)
                        .isTrue();
            }
            given += after.size();
            steps.somethingElse(line.get(random.nextInt(line.size())).id());
            assertThat(entries.stored()).as("seed %d, step %d", seed, step).isEqualTo(entries.mustBe());
            // It gives what was free before to somebody who wants it since; else that is free and wanted.
            isRunHeld = random.nextBoolean();
            if (isRunHeld) {
                run();
            }
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
    private List<Request> line(Random random, int counters) {
        var line = IntStream.range(0, REQUESTS)
                .mapToObj(it -> new RandomRequests(world, random).ask(it))
                .toList();
        world.drawAndRun();
        for (int counter = 20; counter < 20 + counters; counter++) {
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

    /**
     * Who would get what if this were freed now, the first to be served first: everything that is free in that centre
     * on that day, and everybody who waits.
     */
    private List<Gift> wholeLine(Request by, Offer offer) {
        var now = world.clock().instant();
        var transaction = new TransactionTemplate(world.get(PlatformTransactionManager.class));
        return Objects.requireNonNull(transaction.execute(status -> {
            var freed = world.get(Places.class).release(World.AUTHORITY, offer.id(), now);
            world.get(Offers.class).move(World.AUTHORITY, offer, offer.state(), Offer.State.CANCELLED, now);
            var around = new Vacancies.Around(World.POOL, freed, ZoneId.of("Europe/Paris"));
            var free = world.get(Vacancies.class).freeAround(World.AUTHORITY, around, now.plus(Limits.FREED_LEAD), now);
            var line = new ArrayList<RankedLine.Waiting>();
            world.get(RankedLine.class).each(World.AUTHORITY, World.POOL, now, line::add);
            line.removeIf(it -> it.request().id().equals(by.id()));
            status.setRollbackOnly();
            return gifts(world.get(Allotment.class).allot(World.AUTHORITY, World.POOL, free, line));
        }));
    }

    private static List<Gift> gifts(Round round) {
        var labels = round.line().stream().map(it -> it.request().label().hex()).toList();
        return round.held().outcome().given().stream()
                .sorted(Comparator.comparing(Given::byPrecedence)
                        .reversed()
                        .thenComparingInt(it -> labels.indexOf(it.label())))
                .map(it -> new Gift(
                        round.line().get(labels.indexOf(it.label())).request().id(),
                        it.places().stream()
                                .map(org.guichet.core.allot.Place::id)
                                .collect(Collectors.toSet())))
                .toList();
    }

    private static Set<RequestId> requests(Collection<Gift> gifts) {
        return gifts.stream().map(Gift::request).collect(Collectors.toSet());
    }

    private static Set<RequestId> first(int count, List<Gift> gifts) {
        return requests(gifts.subList(0, Math.min(count, gifts.size())));
    }

    private boolean areHeld(List<Place> places, List<Request> line) {
        var held = gifts(line).stream().flatMap(it -> it.places().stream()).collect(Collectors.toSet());
        return places.stream().map(Place::id).allMatch(held::contains);
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
