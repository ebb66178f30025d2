package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.guichet.app.World;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.Place;
import org.guichet.app.catalogue.Places;
import org.guichet.app.closure.FollowRules;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last Sundays of October and of March in Paris: of one night an hour is there twice, of the other never. */
final class ClockChangeTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String OCTOBER = "2021-10-31";
    private static final String MARCH = "2022-03-27";

    private final World world = World.fresh();

    @ParameterizedTest
    @CsvSource({
        "2021-10-31, 2:30-3:30,  2:30 3:00",
        "2021-10-31, 1:00-4:00,  1:00 1:30 2:00 2:30 3:00 3:30",
        "2021-10-31, 1:00-2:30,  1:00 1:30 2:00",
        "2021-10-31, 9:00-10:00, 9:00 9:30",
        "2022-03-27, 2:30-3:30,  3:00",
        "2022-03-27, 1:00-4:00,  1:00 1:30 3:00 3:30",
        "2022-03-27, 1:00-2:30,  1:00 1:30",
        "2022-03-27, 2:00-3:00,  ''",
        "2022-03-27, 9:00-10:00, 9:00 9:30",
    })
    void no_place_begins_at_a_time_that_never_comes_or_at_the_second_of_two(String day, String hours, String begin) {
        world.clock().set(World.paris(day + "T00:00"));
        var places = follow(rules(day, hours, "monday", "16:00"));
        assertThat(places.stream().map(it -> local(it.startsAt())))
                .containsExactlyElementsOf(Stream.of(begin.split(" "))
                        .filter(it -> !it.isEmpty())
                        .map(it -> LocalTime.parse(it.length() < 5 ? "0" + it : it))
                        .toList());
        assertThat(places).allMatch(it -> it.endsAt().equals(it.startsAt().plusSeconds(1_800)));
        for (var next = 1; next < places.size(); next++) {
            assertThat(places.get(next).startsAt())
                    .isAfterOrEqualTo(places.get(next - 1).endsAt());
        }
    }

    @Test
    void an_hour_that_is_there_twice_parts_what_would_be_side_by_side() {
        world.goTo("2021-10-11T10:00");
        var family = world.register(
                World.application(Wishes.ANYTHING, Together.ADJACENT, World.AMINA, World.KARIM, World.AMINATA));
        var couple = world.register(
                World.application(Wishes.ANYTHING, Together.ADJACENT, World.somebody(1), World.somebody(2)));
        drawAndRun(rules(OCTOBER, "2:00-3:30", "monday", "16:00"));
        assertThat(world.offer(family)).as("2:00, 2:30, and an hour later 3:00").isEmpty();
        var offer = world.offer(couple).orElseThrow();
        assertThat(local(offer.startsAt())).isEqualTo(LocalTime.of(2, 0));
        assertThat(local(offer.endsAt())).as("three o’clock has become two").isEqualTo(LocalTime.of(2, 0));
        assertThat(offer.answerBy()).isEqualTo(World.paris("2021-10-27T18:00"));
    }

    @Test
    void bands_of_the_day_and_deadlines_follow_the_clock_of_the_wall() {
        world.goTo("2021-10-11T10:00");
        var afternoon = new Wishes(List.of(), Moments.of(Set.of("7a")), List.of(), Moments.ALL, List.of());
        var request = world.register(World.application(afternoon, Together.SIMULTANEOUS, World.AMINATA));
        drawAndRun(rules(OCTOBER, "12:00-13:00", "monday", "16:00"));
        var offer = world.offer(request).orElseThrow();
        assertThat(offer.startsAt()).isEqualTo(Instant.parse("2021-10-31T11:30:00Z"));
        assertThat(local(offer.startsAt())).isEqualTo(LocalTime.of(12, 30));

        world.clock().set(World.paris("2021-10-29T17:00"));
        assertThat(world.get(Catalogues.class)
                        .of(World.AUTHORITY)
                        .authority()
                        .answerTime()
                        .after(world.clock().instant(), Duration.ofHours(20)))
                .as("the Sunday of the change and All Saints do not count")
                .isEqualTo(World.paris("2021-11-04T10:00"));
    }

    @Test
    void a_run_is_announced_by_the_clock_of_the_wall_and_held_once_whatever_the_clock_does() {
        var rules = rules(MARCH, "9:00-10:00", "sunday", "2:30");
        var procedure = rules.procedure(World.POOL).orElseThrow();
        var before = World.paris("2022-03-20T02:30");
        var leapt = Instant.parse("2022-03-27T01:30:00Z");
        assertThat(HoldRun.last(rules, procedure, World.paris("2022-03-27T01:00")))
                .isEqualTo(before);
        assertThat(HoldRun.next(rules, procedure, before)).isEqualTo(leapt);
        assertThat(HoldRun.last(rules, procedure, leapt)).isEqualTo(leapt);
        assertThat(HoldRun.next(rules, procedure, leapt)).isEqualTo(World.paris("2022-04-03T02:30"));
        var first = Instant.parse("2021-10-31T00:30:00Z");
        assertThat(HoldRun.last(rules, procedure, first.plusSeconds(3_600))).isEqualTo(first);
        assertThat(HoldRun.next(rules, procedure, first)).isEqualTo(World.paris("2021-11-07T02:30"));
    }

    /** The draw of the window that is open, and the run of Monday 25 October, before the clocks change. */
    private void drawAndRun(Catalogue rules) {
        world.goTo("2021-10-25T00:00:01");
        world.goTo("2021-10-25T12:00:01");
        world.clock().set(World.paris("2021-10-25T16:00:01"));
        follow(rules);
        world.job("runs");
    }

    private List<Place> follow(Catalogue rules) {
        world.get(FollowRules.class).follow(World.AUTHORITY, rules, World.POOL);
        return world.get(Places.class)
                .ahead(World.AUTHORITY, World.POOL, world.clock().instant());
    }

    private static LocalTime local(Instant moment) {
        return moment.atZone(PARIS).toLocalTime();
    }

    /** One counter is open on this Sunday. */
    private static Catalogue rules(String day, String hours, String runDay, String runTime) {
        var open = "\"%s\"]\n    from: %s\n    until: %s";
        return World.rules(text -> text.replace(
                        "day: monday, time: \"16:00\"", "day: %s, time: \"%s\"".formatted(runDay, runTime))
                .replace("[friday]", "[sunday]")
                .replace(open.formatted("9:00-10:00", "2021-04-23", "2021-04-23"), open.formatted(hours, day, day)));
    }
}
