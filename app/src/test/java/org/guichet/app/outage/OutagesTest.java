package org.guichet.app.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.guichet.app.Blackout;
import org.guichet.app.World;
import org.guichet.app.appointment.AnswerOffer;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.notice.Message;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Limits;
import org.guichet.app.proof.Published;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 15. Offers can be answered until Wednesday 14 April, 18:00. */
final class OutagesTest {
    private static final Duration THREE_HOURS = Duration.ofHours(3);

    private World world;

    @BeforeEach
    void begin() {
        world = World.fresh();
    }

    @Test
    void a_deadline_that_ended_during_an_outage_moves_by_it_before_anything_expires() {
        var request = offeredTo(World.AMINATA);
        world.clock().set(World.paris("2021-04-14T17:00"));
        Blackout.of(world, THREE_HOURS);
        world.job("offers");
        assertThat(world.offer(request).orElseThrow().answerBy()).isEqualTo(World.paris("2021-04-14T21:00"));
        world.jobs();
        assertThat(lastLetter().body()).contains("avant le mercredi 14 avril 2021 à 21:00");

        world.clock().set(World.paris("2021-04-14T21:02"));
        world.job("offers");
        assertThat(newest(request).state()).isEqualTo(Offer.State.SILENT);
    }

    @Test
    void an_answer_right_after_an_outage_is_in_time_though_nobody_has_accounted_for_it_yet() {
        var request = offeredTo(World.AMINATA);
        world.clock().set(World.paris("2021-04-14T17:59"));
        Blackout.of(world, THREE_HOURS);
        var offer = world.offer(request).orElseThrow();
        assertThat(world.get(AnswerOffer.class).yes(World.AUTHORITY, offer.id()))
                .isEqualTo(new AnswerOffer.Outcome.Taken());
        assertThat(newest(request).state()).isEqualTo(Offer.State.ACCEPTED);
    }

    @Test
    void an_offer_that_was_made_in_the_seconds_after_the_last_word_moves_too() {
        var request = offeredTo(World.AMINATA);
        world.clock().set(World.paris("2021-04-14T17:00"));
        Blackout.of(world, THREE_HOURS);
        world.jdbc()
                .sql("update offer set made_at = ?")
                .params(Columns.at(World.paris("2021-04-14T17:00:05")))
                .update();
        world.job("alive");
        assertThat(world.offer(request).orElseThrow().answerBy()).isEqualTo(World.paris("2021-04-14T21:00"));
    }

    @Test
    void a_deadline_that_had_ended_before_the_outage_stays_ended() {
        var request = offeredTo(World.AMINATA);
        world.clock().set(World.paris("2021-04-14T18:00"));
        Blackout.of(world, THREE_HOURS);
        world.jobs();
        assertThat(newest(request).state()).isEqualTo(Offer.State.SILENT);
    }

    @Test
    void of_many_that_come_back_at_once_one_accounts_for_the_outage() {
        var request = offeredTo(World.AMINATA);
        world.clock().set(World.paris("2021-04-14T17:00"));
        Blackout.of(world, THREE_HOURS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 50)
                    .mapToObj(_ -> CompletableFuture.runAsync(
                            () -> world.get(Outages.class).beat(World.AUTHORITY), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        assertThat(world.count("outage")).isEqualTo(1);
        assertThat(world.offer(request).orElseThrow().answerBy()).isEqualTo(World.paris("2021-04-14T21:00"));
    }

    @Test
    void a_clock_that_is_put_ahead_is_no_outage() {
        var request = offeredTo(World.AMINATA);
        world.goTo("2021-04-14T18:02:01");
        assertThat(newest(request).state()).isEqualTo(Offer.State.SILENT);
        assertThat(world.count("outage")).isZero();
    }

    @Test
    void a_clock_that_stood_still_while_the_database_went_on_is_no_outage() {
        Blackout.of(world, THREE_HOURS);
        world.clock().set(World.START);
        world.jobs();
        assertThat(world.count("outage")).isZero();
    }

    @Test
    void a_restart_is_no_outage() {
        Blackout.of(world, Limits.OUTAGE_MIN);
        // The time that this test takes is added to it for the database, and not for the clock.
        world.jobs();
        assertThat(world.count("outage")).isZero();
    }

    @Test
    void who_could_not_get_the_time_back_before_the_day_keeps_the_rank_and_was_not_silent() {
        var request = offeredTo(World.AMINATA);
        Blackout.of(world, Duration.ofDays(9).plusHours(21));
        assertThat(world.clock().instant()).isEqualTo(World.paris("2021-04-22T13:00:01"));
        world.jobs();
        assertThat(world.get(Offers.class).ofRequest(World.AUTHORITY, request.id()))
                .as("the place of the next morning is free")
                .extracting(Offer::state)
                .containsExactly(Offer.State.OPEN, Offer.State.LAPSED);
        assertThat(world.get(Offers.class).isAsleep(World.AUTHORITY, request.id()))
                .isFalse();
        world.jobs();
        assertThat(world.letters().to("aminata@example.org"))
                .extracting(Message::subject)
                .anyMatch(it -> it.endsWith("une autre proposition viendra"));
    }

    @Test
    void an_outage_just_before_the_day_leaves_time_until_two_hours_before_the_place() {
        var request = offeredTo(World.AMINATA);
        Blackout.of(world, Duration.ofDays(8));
        world.jobs();
        var offer = world.offer(request).orElseThrow();
        assertThat(offer.answerBy()).isEqualTo(offer.startsAt().minus(Limits.OFFER_ENDS_AT_LAST));
    }

    @Test
    void outages_are_public(@TempDir Path root) throws IOException {
        Blackout.of(world, THREE_HOURS);
        world.jobs();
        Blackout.of(world, Duration.ofMinutes(5));
        world.jobs();
        assertThat(new Published(world, root).judge()).contains("by which deadlines moved: 2, of 185 minutes in all.");
        assertThat(world.get(Outages.class).newest(World.AUTHORITY, 2))
                .extracting(Outage::length)
                .containsExactly(Duration.ofMinutes(5), THREE_HOURS);
    }

    @Test
    void outages_are_told_on_a_page() {
        assertThat(page("fr")).contains("de plus de 2 minutes", "Aucune interruption");
        Blackout.of(world, THREE_HOURS);
        world.jobs();
        Blackout.of(world, Duration.ofHours(25).plusSeconds(61));
        world.jobs();
        assertThat(page("fr"))
                .contains(
                        "Du vendredi 2 avril 2021 à 13:30 au samedi 3 avril 2021 à 14:31\u00a0: délais prolongés de"
                                + " 25 heures, 1 minute et 1 seconde.",
                        "Le vendredi 2 avril 2021, de 10:30 à 13:30\u00a0: délais prolongés de 3 heures.")
                .doesNotContain("Aucune interruption");
        assertThat(page("en")).contains("deadlines moved by 25 hours, 1 minute, and 1 second.");
        assertThat(page("ar")).contains("25 ساعة ودقيقة واحدة وثانية واحدة", "3 ساعات");
    }

    private String page(String language) {
        return world.visitor().get("/" + language + "/interruptions").body();
    }

    private Request offeredTo(Applicant person) {
        var request = world.register(person);
        world.drawAndRun();
        return request;
    }

    private Offer newest(Request request) {
        return world.get(Offers.class).ofRequest(World.AUTHORITY, request.id()).getFirst();
    }

    private Message lastLetter() {
        return world.letters().to("aminata@example.org").getLast();
    }
}
