package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.notice.Reach;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Application;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Offers that nobody answered: made on Monday at 16:00:01, to be answered until Wednesday at 18:00. Of a place of
 * Friday that is so in the last run too.
 */
final class SilenceTest {
    private static final Wishes FRIDAY = new Wishes(List.of("loire"), Moments.ALL, List.of(), Moments.ALL, List.of());

    private World world;

    @BeforeEach
    void begin() {
        world = World.fresh();
    }

    @Test
    void silence_passes_the_place_on_and_two_silences_put_to_sleep() {
        var request = onFriday(World.AMINATA);
        world.drawAndRun();
        world.goTo("2021-04-14T18:02:01");
        assertThat(newest(request).state()).isEqualTo(Offer.State.SILENT);
        assertThat(isAsleep(request)).isFalse();

        world.goTo("2021-04-19T16:00:01");
        assertThat(world.offer(request)).isPresent();
        world.goTo("2021-04-21T18:02:01");
        assertThat(isAsleep(request)).isTrue();

        world.get(Wake.class).wake(World.AUTHORITY, request.id());
        assertThat(isAsleep(request)).isFalse();
    }

    @Test
    void a_word_parts_two_silences() {
        var request = onFriday(World.AMINATA);
        world.drawAndRun();
        world.goTo("2021-04-14T18:02:01");
        world.goTo("2021-04-19T16:00:01");
        world.goTo("2021-04-21T18:02:01");
        assertThat(isAsleep(request)).isTrue();
        world.get(Wake.class).wake(World.AUTHORITY, request.id());
        world.goTo("2021-04-26T16:00:01");
        world.goTo("2021-04-28T18:02:01");
        assertThat(newest(request).state()).isEqualTo(Offer.State.SILENT);
        assertThat(isAsleep(request)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wishes", "reach"})
    void whoever_changes_what_was_said_has_said_a_word(String what) {
        var request = onFriday(World.AMINATA);
        world.drawAndRun();
        world.goTo("2021-04-14T18:02:01");
        change(request, what);
        world.goTo("2021-04-19T16:00:01");
        world.goTo("2021-04-21T18:02:01");
        assertThat(world.count("offer where state = 'SILENT'")).isEqualTo(2);
        assertThat(isAsleep(request)).as("the second is the first after a word").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wishes", "reach"})
    void whoever_changes_what_was_said_wakes(String what) {
        var request = onFriday(World.AMINATA);
        world.drawAndRun();
        world.get(Transactions.class)
                .run(now -> world.get(Offers.class).fallAsleep(World.AUTHORITY, request.id(), now));
        change(request, what);
        assertThat(isAsleep(request)).isFalse();
    }

    private void change(Request request, String what) {
        if (what.equals("wishes")) {
            world.get(ChangeWishes.class).change(World.AUTHORITY, request, Together.SAME_DAY, FRIDAY);
        } else {
            world.get(ChangeReach.class).change(World.AUTHORITY, request, new Reach("aminata@example.org", "", "", ""));
        }
    }

    @Test
    void whoever_was_silent_once_is_next_for_a_place_that_is_freed() {
        var silent = world.register(World.AMINATA);
        var other = world.register(World.LAN);
        world.drawAndRun();
        world.get(AnswerOffer.class)
                .yes(World.AUTHORITY, world.offer(other).orElseThrow().id());
        world.goTo("2021-04-14T18:02:01");
        assertThat(newest(silent).state()).isEqualTo(Offer.State.SILENT);

        world.get(CancelAppointment.class).cancel(World.AUTHORITY, other.id());
        assertThat(world.offer(silent)).isPresent();
    }

    @Test
    void an_offer_that_lapsed_does_not_part_two_silences() {
        var request = onFriday(World.AMINATA);
        var other = onFriday(World.LAN);
        world.drawAndRun();
        world.get(AnswerOffer.class)
                .yes(World.AUTHORITY, world.offer(other).orElseThrow().id());
        world.goTo("2021-04-14T18:02:01");
        world.get(CancelAppointment.class).cancel(World.AUTHORITY, other.id());
        told(request, Optional.empty());
        world.goTo("2021-04-19T11:02:01");
        assertThat(newest(request).state()).isEqualTo(Offer.State.LAPSED);

        world.goTo("2021-04-19T16:00:01");
        world.goTo("2021-04-21T18:02:01");
        assertThat(newest(request).state()).isEqualTo(Offer.State.SILENT);
        assertThat(isAsleep(request)).isTrue();
    }

    @Test
    void whoever_was_told_of_an_offer_late_or_not_at_all_was_not_silent() {
        var line = IntStream.range(0, 5)
                .mapToObj(i -> world.register(World.somebody(i)))
                .toList();
        world.drawAndRun();
        var halfTime = World.paris("2021-04-13T17:00");
        told(line.get(0), Optional.of(halfTime));
        told(line.get(1), Optional.of(halfTime.plusSeconds(1)));
        told(line.get(2), Optional.empty());
        refusedForItsAddress(line.get(3), halfTime);
        putOff(line.get(4));
        world.goTo("2021-04-14T18:02:01");
        assertThat(first(line.get(0)).state()).isEqualTo(Offer.State.SILENT);
        assertThat(first(line.get(1)).state()).isEqualTo(Offer.State.LAPSED);
        assertThat(first(line.get(2)).state()).isEqualTo(Offer.State.LAPSED);
        assertThat(first(line.get(3)).state())
                .as("an address that is none would take a place in every run")
                .isEqualTo(Offer.State.SILENT);
        assertThat(first(line.get(4)).state())
                .as("a letter box that is full for a while has told nobody")
                .isEqualTo(Offer.State.LAPSED);
        assertThat(world.count("holding join offer on offer_id = holder"
                        + " where released_at is null and state in ('SILENT', 'LAPSED')"))
                .as("their places have gone on")
                .isZero();
    }

    @Test
    void whoever_asks_at_the_desk_and_does_not_was_silent_too() {
        var request = world.register(atTheDesk(World.application(FRIDAY, Together.SAME_DAY, World.AMINATA)));
        world.drawAndRun();
        world.goTo("2021-04-14T18:02:01");
        assertThat(newest(request).state()).isEqualTo(Offer.State.SILENT);
        world.goTo("2021-04-19T16:00:01");
        world.goTo("2021-04-21T18:02:01");
        assertThat(isAsleep(request)).isTrue();
    }

    private Request onFriday(Applicant person) {
        return world.register(World.application(FRIDAY, Together.SAME_DAY, person));
    }

    private static Application atTheDesk(Application application) {
        return new Application(
                application.pool(),
                application.submission(),
                application.language(),
                application.persons(),
                application.together(),
                application.wishes(),
                Reach.AT_THE_DESK);
    }

    /** The mail server says of the address that it is none. */
    private void refusedForItsAddress(Request request, Instant at) {
        putOff(request);
        world.jdbc()
                .sql("update notice set refused_at = ? where request_id = ? and kind = 'offer'")
                .params(Columns.at(at), request.id().value())
                .update();
    }

    /** The letter with the offer of a request is tried again and again. */
    private void putOff(Request request) {
        told(request, Optional.empty());
        world.jdbc()
                .sql("update notice set tries = 3 where request_id = ? and kind = 'offer'")
                .params(request.id().value())
                .update();
    }

    /** The letter with the offer of a request left at an instant, or was not tried yet. */
    private void told(Request request, Optional<Instant> at) {
        world.jdbc()
                .sql("""
                        update notice
                        set done_at = nullif(?, '')::timestamptz, try_at = 'infinity', tries = 0
                        where request_id = ? and kind = 'offer'""")
                .params(at.map(Instant::toString).orElse(""), request.id().value())
                .update();
    }

    private Offer newest(Request request) {
        return world.get(Offers.class).ofRequest(World.AUTHORITY, request.id()).getFirst();
    }

    private Offer first(Request request) {
        return world.get(Offers.class).ofRequest(World.AUTHORITY, request.id()).getLast();
    }

    private boolean isAsleep(Request request) {
        return world.get(Offers.class).isAsleep(World.AUTHORITY, request.id());
    }
}
