package org.guichet.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two kinds of places: four each week, and one every second week. */
final class SeatingTest {
    private static final int[] BOTH = {0, 1};
    private static final int[] MANY = {0};
    private static final int[] FEW = {1};

    private final Seating seating = new Seating(new int[][] {{4, 4, 4, 4}, {0, 1, 0, 1}});

    @Test
    void where_everybody_accepts_anything_as_many_places_as_people_are_before() {
        for (var ahead = 0; ahead < 18; ahead++) {
            assertThat(seating.before(BOTH, seating.seat(BOTH, 1))).isEqualTo(ahead);
        }
    }

    @Test
    void whoever_accepts_little_waits_for_it_and_for_those_who_take_it() {
        assertThat(seating.seat(FEW, 1)).isBetween(1f, 2f);
        var second = seating.seat(FEW, 1);
        assertThat(second).isBetween(3f, 4f);
        assertThat(seating.before(FEW, second)).isOne();
    }

    @Test
    void whoever_waits_for_few_places_is_in_nobodys_way_elsewhere() {
        for (var person = 0; person < 10; person++) {
            seating.seat(FEW, 1);
        }
        assertThat(seating.before(BOTH, seating.seat(BOTH, 1))).isZero();
    }

    @Test
    void a_family_is_seated_together_and_who_only_asks_takes_nothing() {
        assertThat(seating.next(MANY, 1)).isEqualTo(seating.next(MANY, 1));
        assertThat(seating.seat(BOTH, 3)).isBetween(0f, 1f);
        assertThat(seating.before(MANY, seating.next(MANY, 1))).isEqualTo(3);
    }

    @Test
    void after_the_plan_it_goes_on_as_it_was_and_what_is_never_planned_never_comes() {
        for (var person = 0; person < 1000; person++) {
            seating.seat(MANY, 1);
        }
        assertThat(seating.next(MANY, 1)).isCloseTo(250, offset(1f));
        assertThat(seating.before(MANY, seating.next(MANY, 1))).isEqualTo(1000);
        var never = new Seating(new int[][] {{0, 0}}).seat(MANY, 1);
        assertThat(never).isEqualTo(Seating.NEVER);
        assertThat(new Seating(new int[][] {{0, 0}}).before(MANY, never)).isZero();
    }

    /** The allotment itself serves them, and nobody tuned the forecast to them. */
    @Test
    void nine_of_ten_spans_hold_whatever_is_wished_and_counting_all_places_and_all_people_does_not() {
        var seated = new EnumMap<WishingWorld.Wish, Held>(WishingWorld.Wish.class);
        var counted = new EnumMap<WishingWorld.Wish, Held>(WishingWorld.Wish.class);
        for (var seed = 0; seed < 40; seed++) {
            var world = new WishingWorld(seed);
            var futures = Futures.of(WishingWorld.FUTURE, world.experience(), seed);
            var seating = new Seating(world.planned());
            var turns = world.turns(seating);
            for (var person : world.people()) {
                var before = seating.before(person.kinds(), turns[person.number()]);
                add(seated, person, futures.along(world.plan(person.kinds()), 1).ends(before));
                add(
                        counted,
                        person,
                        futures.along(world.plan(world.everything()), 1).ends(person.number()));
            }
        }
        System.out.printf("seeds 0 to 39: %s, and counting all %s%n", seated, counted);
        assertThat(seated.values()).allSatisfy(it -> assertThat(it.share()).isBetween(0.85, 0.97));
        assertThat(counted.values()).allSatisfy(it -> assertThat(it.share()).isLessThan(0.6));
    }

    private static void add(Map<WishingWorld.Wish, Held> all, WishingWorld.Person person, Forecast.Ends ends) {
        var held = ends.span(0.9)
                .filter(it -> !person.served().isBefore(it.from()))
                .filter(it -> it.until().filter(person.served()::isAfter).isEmpty())
                .isPresent();
        all.merge(person.wish(), new Held(held ? 1 : 0, 1), Held::and);
    }

    /** How many spans held what they said, of how many. */
    private record Held(int good, int all) {
        Held and(Held other) {
            return new Held(good + other.good, all + other.all);
        }

        double share() {
            return good / (double) all;
        }

        @Override
        public String toString() {
            return "%.3f of %d".formatted(share(), all);
        }
    }
}
