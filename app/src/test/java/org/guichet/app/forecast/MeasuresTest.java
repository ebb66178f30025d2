package org.guichet.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.app.World;
import org.guichet.app.appointment.AnswerOffer;
import org.guichet.app.appointment.Withdraw;
import org.guichet.app.choosing.Choose;
import org.guichet.app.choosing.Wanted;
import org.guichet.app.closure.FollowRules;
import org.guichet.app.page.Language;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Application;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Wishes;
import org.guichet.core.planning.Experience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Four places every Monday, from 19 April to 17 May; nobody waits for them at first. */
final class MeasuresTest {
    private static final String POOL = "remise";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate FIRST = LocalDate.of(2021, 4, 19);

    /** What no place is like. */
    private static final Wishes FRIDAYS =
            new Wishes(List.of(), Moments.of(List.of("5m")), List.of(), Moments.ALL, List.of());

    private World world;

    @BeforeEach
    void begin() {
        world = World.fresh();
        Stream.of("2021-04-05T00:00:01", "2021-04-05T12:00:01", "2021-04-05T16:00:01")
                .forEach(world::goTo);
    }

    @Test
    void a_chosen_place_is_not_planned_for_the_line() {
        assertThat(free()).isEqualTo(4);
        choose(World.AMINATA, "2021-04-19T09:00");
        assertThat(free()).isEqualTo(3);
    }

    @Test
    void a_place_kept_for_somebody_who_left_is_planned_again_before_anybody_says_so() {
        world.jdbc()
                .sql("insert into holding (authority_id, place_id, holder, held_at, held_until)"
                        + " select 1, min(place_id), gen_random_uuid(), ?::timestamptz, ?::timestamptz"
                        + " from place where pool = 'remise'")
                .params(now().toString(), now().plus(Limits.CHOSEN_KEPT).toString())
                .update();
        assertThat(free()).isEqualTo(3);
        world.clock().set(now().plus(Limits.CHOSEN_KEPT));
        assertThat(free()).isEqualTo(4);
    }

    @Test
    void what_stays_free_where_nobody_waits_is_not_lost_to_a_line() {
        choose(World.AMINATA, "2021-04-19T09:00");
        world.goTo("2021-04-20T10:00");
        assertThat(experience().yields()).isEmpty();
    }

    @Test
    void what_stays_free_where_people_choose_is_not_lost_to_a_line_that_was_there_before() {
        ask(World.LAN, Wishes.ANYTHING);
        Stream.of("2021-04-12T00:00:01", "2021-04-12T12:00:01", "2021-04-12T16:00:01")
                .forEach(world::goTo);
        choose(World.AMINATA, "2021-04-26T09:00");
        world.goTo("2021-04-27T10:00");
        assertThat(experience().yields()).isEmpty();
    }

    @Test
    void what_stays_free_where_somebody_waits_is_lost() {
        aLineForFridays();
        world.goTo("2021-04-20T10:00");
        assertThat(experience().yields()).containsExactly(0.0);
    }

    @Test
    void a_week_in_which_the_counter_is_closed_is_lost() {
        aLineForFridays();
        follow("closures:", """
                closures:
                  - centre: charcot
                    from: 2021-04-19
                    until: 2021-04-19
                    reason: { fr: Grève, en: Strike, ar: إضراب }""");
        world.goTo("2021-04-20T10:00");
        assertThat(experience().yields()).containsExactly(0.0);
    }

    @Test
    void hours_that_change_are_the_same_places_and_what_precedence_takes_is_not_the_lines() {
        var lan = ask(World.LAN, Wishes.ANYTHING);
        aLineForFridays();
        var offer = world.offer(lan).orElseThrow();
        world.get(AnswerOffer.class).yes(World.AUTHORITY, offer.id());
        follow("[\"9:00-10:00\"]\n    from: 2021-04-19", "[\"9:05-10:05\"]\n    from: 2021-04-19");
        world.goTo("2021-04-20T10:00");
        assertThat(experience().yields()).containsExactly(0.25);
        world.jdbc()
                .sql("insert into precedence_use (authority_id, offer_id, pool, centre, starts_at, places)"
                        + " values (1, ?, 'remise', 'charcot', now(), 1)")
                .params(offer.id())
                .update();
        assertThat(experience().yields()).containsExactly(0.0);
    }

    @Test
    void whoever_waits_in_a_run_of_the_next_day_has_waited_a_day() {
        aLineForFridays();
        var week = experience().waited();
        assertThat(week).isEqualTo(Limits.LINE_READ_MAX + 1);
        world.jdbc()
                .sql("insert into allotment_run (authority_id, pool, due_at, held_at, waiting, free, served)"
                        + " select authority_id, pool, due_at + interval '1 day', held_at, waiting, free, served"
                        + " from allotment_run where waiting > 0")
                .update();
        assertThat(experience().waited()).isEqualTo(week + week / 7);
    }

    @Test
    void who_chose_a_place_and_withdraws_did_not_give_up_waiting() {
        var chosen = choose(World.AMINATA, "2021-04-26T09:00");
        Stream.of("2021-04-12T00:00:01", "2021-04-12T12:00:01").forEach(world::goTo);
        world.get(Withdraw.class).withdraw(World.AUTHORITY, chosen.id());
        assertThat(experience().gone()).isZero();
    }

    private Request choose(Applicant person, String local) {
        var outcome = world.get(Choose.class)
                .choose(
                        World.AUTHORITY,
                        application(person, Wishes.ANYTHING),
                        new Wanted("charcot", World.paris(local)));
        return ((Choose.Outcome.Recorded) outcome).request();
    }

    private Request ask(Applicant person, Wishes wishes) {
        return world.register(application(person, wishes));
    }

    /** More than are looked at one by one wait for what there is not. */
    private void aLineForFridays() {
        IntStream.rangeClosed(0, Limits.LINE_READ_MAX).forEach(it -> ask(World.somebody(it), FRIDAYS));
        Stream.of("2021-04-12T00:00:01", "2021-04-12T12:00:01", "2021-04-12T16:00:01")
                .forEach(world::goTo);
    }

    private void follow(String before, String now) {
        var rules = World.rules(it -> it.replace(before, now));
        world.get(FollowRules.class).follow(World.AUTHORITY, rules, POOL);
    }

    private static Application application(Applicant person, Wishes wishes) {
        var form = World.application(person);
        return new Application(
                POOL, UUID.randomUUID(), Language.FR, form.persons(), form.together(), wishes, form.reach());
    }

    private int free() {
        return world.get(Measures.class).free(World.AUTHORITY, POOL, now()).entrySet().stream()
                .filter(it -> it.getKey().at().atZone(PARIS).toLocalDate().equals(FIRST))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private Experience experience() {
        return world.get(Measures.class).experience(World.AUTHORITY, POOL, PARIS, now());
    }

    private Instant now() {
        return world.clock().instant();
    }
}
