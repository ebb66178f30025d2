package org.guichet.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.app.World;
import org.guichet.app.page.Localized;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.Place;
import org.guichet.core.allot.Quotas;
import org.guichet.core.allot.Stock;
import org.guichet.core.allot.TieredDictatorship;
import org.guichet.core.allot.Together;
import org.guichet.core.allot.Turn;
import org.junit.jupiter.api.Test;

final class HorizonTest {
    private static final String POOL = "famille";
    private static final List<DayOfWeek> WEEK = List.of(DayOfWeek.values());
    private static final LocalDate FIRST = LocalDate.of(2021, 10, 25);

    // The night of 31 October has an hour twice.
    private static final LocalDate LAST = LocalDate.of(2021, 11, 3);

    private final Catalogue world = World.fresh().get(Catalogues.class).of(World.AUTHORITY);

    @Test
    void groups_are_as_large_as_counters_that_open_together_and_spans_that_follow_one_another() {
        var horizon = Horizon.of(world, POOL, LocalDate.of(2021, 4, 2));
        assertThat(horizon.most(Together.SIMULTANEOUS, Wishes.ANYTHING)).isEqualTo(2);
        assertThat(horizon.most(Together.ADJACENT, Wishes.ANYTHING)).isEqualTo(2);
        assertThat(horizon.most(Together.SAME_DAY, Wishes.ANYTHING)).isEqualTo(4);
        assertThat(horizon.ways(3, Wishes.ANYTHING)).containsExactly(Together.SAME_DAY);
        assertThat(horizon.centres(group(2, Together.SIMULTANEOUS), Wishes.ANYTHING))
                .extracting(Catalogue.Centre::code)
                .containsExactly("charcot");
        assertThat(horizon.first(group(1, Together.SAME_DAY), Wishes.ANYTHING)).contains(LocalDate.of(2021, 4, 22));
    }

    @Test
    void what_is_over_or_closed_is_not_ahead() {
        assertThat(Horizon.of(world, POOL, LocalDate.of(2021, 4, 23))
                        .isNever(group(2, Together.SIMULTANEOUS), Wishes.ANYTHING))
                .isTrue();
        var strike = new Catalogue.Closure(
                "charcot", LocalDate.of(2021, 4, 22), LocalDate.of(2021, 4, 22), Localized.same("Grève"));
        var horizon = Horizon.of(with(world.openings(), List.of(strike)), POOL, LocalDate.of(2021, 4, 2));
        assertThat(horizon.most(Together.SAME_DAY, Wishes.ANYTHING)).isEqualTo(2);
    }

    @Test
    void where_the_rules_make_nothing_nothing_is_said_to_be_impossible() {
        var horizon = Horizon.of(world, POOL, LocalDate.of(2021, 4, 24));
        assertThat(horizon.isNever(group(6, Together.SIMULTANEOUS), Wishes.ANYTHING))
                .isFalse();
        var short15 = opening("charcot", List.of(1), EnumSet.allOf(DayOfWeek.class), hours("9:00", "09:15"));
        assertThat(Horizon.of(with(List.of(short15), List.of()), POOL, FIRST)
                        .isNever(group(1, Together.SAME_DAY), Wishes.ANYTHING))
                .isFalse();
    }

    @Test
    void what_is_never_possible_is_what_the_allotment_gives_nothing_to_in_an_empty_hall() {
        var never = 0;
        for (var seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            var rules = with(openings(random), List.of());
            var horizon = Horizon.of(rules, POOL, FIRST);
            var places = places(rules);
            for (var asked = 0; asked < 5; asked++) {
                var group = group(1 + random.nextInt(6), one(random, List.of(Together.values())));
                var wishes = wishes(random);
                var said = horizon.isNever(group, wishes);
                assertThat(said)
                        .as("seed %d: %s, %s", seed, group, wishes)
                        .isEqualTo(!places.isEmpty() && !isServed(places, group, wishes));
                never += said ? 1 : 0;
            }
        }
        assertThat(never).as("both happen").isBetween(400, 1600);
    }

    private boolean isServed(List<Place> places, Horizon.Group group, Wishes wishes) {
        var zone = world.authority().zone();
        var stock = Stock.of(places);
        var wish = stock.wish(wishes::acceptsIn, it -> wishes.acceptsAt(it.start(), zone));
        var turn = new Turn("group", group.persons(), group.together(), 0, wish, wish);
        return !TieredDictatorship.allot(new Input(stock, Quotas.none(stock), List.of(turn)))
                .given()
                .isEmpty();
    }

    private List<Place> places(Catalogue rules) {
        var places = new ArrayList<Place>();
        new Plan(rules)
                .places(POOL, FIRST, LAST)
                .forEach(it -> places.add(new Place(
                        places.size(),
                        it.centre(),
                        it.counter(),
                        it.startsAt(),
                        it.endsAt(),
                        it.startsAt().atZone(world.authority().zone()).toLocalDate())));
        return places;
    }

    /** Up to four counters of each centre, each with hours of its own, by day and by night. */
    private static List<Catalogue.Opening> openings(Random random) {
        var openings = new ArrayList<Catalogue.Opening>();
        for (var counter = 1; counter <= 4; counter++) {
            for (var centre : List.of("charcot", "loire")) {
                if (random.nextInt(3) == 0) {
                    var days = EnumSet.of(one(random, WEEK));
                    days.add(one(random, WEEK));
                    var from = LocalTime.of(random.nextInt(20), 30 * random.nextInt(2));
                    var hours = new Catalogue.Hours(from, from.plusMinutes(30L * (1 + random.nextInt(7))));
                    openings.add(opening(centre, List.of(counter), days, hours));
                }
            }
        }
        return openings;
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Wishes wishes(Random random) {
        var centres = Stream.of("charcot", "loire").filter(_ -> random.nextBoolean());
        var codes = IntStream.rangeClosed(1, 7)
                .boxed()
                .flatMap(day -> Stream.of(day + "m", day + "a"))
                .filter(_ -> random.nextInt(4) > 0);
        var day = FIRST.plusDays(random.nextInt(9));
        return new Wishes(
                centres.toList(),
                Moments.of(codes.toList()),
                List.of(),
                Moments.ALL,
                List.of(new Wishes.Days(day, day.plusDays(random.nextInt(3)))));
    }

    private static Catalogue.Opening opening(
            String centre, List<Integer> counters, EnumSet<DayOfWeek> days, Catalogue.Hours hours) {
        return new Catalogue.Opening(centre, counters, POOL, days, List.of(hours), FIRST, LAST);
    }

    private static Catalogue.Hours hours(String from, String until) {
        return new Catalogue.Hours(LocalTime.parse("0" + from), LocalTime.parse(until));
    }

    private static Horizon.Group group(int persons, Together together) {
        return new Horizon.Group(persons, together);
    }

    private Catalogue with(List<Catalogue.Opening> openings, List<Catalogue.Closure> closures) {
        return new Catalogue(
                world.authority(),
                world.centres(),
                world.procedures(),
                openings,
                closures,
                world.agents(),
                world.voidings(),
                world.shared());
    }
}
