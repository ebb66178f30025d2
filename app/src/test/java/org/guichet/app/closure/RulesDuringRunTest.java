package org.guichet.app.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.guichet.app.Overlap;
import org.guichet.app.World;
import org.guichet.app.appointment.AnswerOffer;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.catalogue.Place;
import org.guichet.app.catalogue.Places;
import org.guichet.app.draw.Ranks;
import org.guichet.app.reception.Counters;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The rules change, or another node runs, while a run or an answer has done its work and has not committed yet. */
@Timeout(300)
final class RulesDuringRunTest {
    private final Strike strike = new Strike();
    private final World world = strike.world();

    @Test
    void a_run_gives_nothing_that_the_rules_have_just_taken_away() {
        strike.sevenDrawn();
        Overlap.of(world, () -> strike.follow(Strike.withoutCounterSix()), strike::hold);
        assertThat(held()).hasSize(4).noneMatch(it -> it.counter() == 6);
        assertThat(heldOfThoseTakenAway()).isZero();
    }

    @Test
    void the_rules_take_away_nothing_that_a_run_has_just_given() {
        strike.sevenDrawn();
        var race = Overlap.of(world, strike::hold, () -> strike.follow(Strike.withoutCounterSix()));
        assertThat(race.second().places().conflicts()).hasSize(2).allMatch(it -> it.counter() == 6);
        assertThat(race.second().places().withdrawn()).isZero();
        assertThat(held()).hasSize(6);
        assertThat(heldOfThoseTakenAway()).isZero();
    }

    @Test
    void a_run_gives_nothing_in_a_centre_that_has_just_closed() {
        strike.sevenDrawn();
        Overlap.of(world, () -> strike.follow(Strike.closed()), strike::hold);
        assertThat(held()).hasSize(2).allMatch(it -> it.centre().equals("loire"));
        assertThat(heldOfThoseTakenAway()).isZero();
    }

    @Test
    void a_centre_that_closes_ends_what_a_run_has_just_given_in_it() {
        strike.sevenDrawn();
        var race = Overlap.of(world, strike::hold, () -> strike.follow(Strike.closed()));
        assertThat(race.second().ended()).isEqualTo(4);
        assertThat(strike.notices()).isEqualTo(4);
        assertThat(held()).hasSize(2).allMatch(it -> it.centre().equals("loire"));
    }

    @Test
    void of_two_runs_at_once_one_is_held_and_leaves_one_record() {
        strike.sevenDrawn();
        assertThat(Overlap.of(world, strike::hold, strike::hold).second()).isEqualTo(1);
        assertThat(Counters.atOnce(4, strike::hold)).containsOnly(1);
        assertThat(world.count("leaf where body like 'guichet.org/allotment@v1%'"))
                .isEqualTo(1);
        assertThat(world.count("offer")).isEqualTo(6);
        assertThat(world.count("notice where kind = 'offer'")).isEqualTo(6);
    }

    @Test
    void whoever_says_yes_while_the_centre_closes_reads_that_it_is_too_late_and_keeps_the_rank() {
        var couple = world.register(World.AMINA, World.KARIM);
        world.drawAndRun();
        var offer = world.offer(couple).orElseThrow();
        var rank = rank(couple);
        var race = Overlap.of(world, () -> strike.follow(Strike.closed()), () -> yes(offer));
        assertThat(race.second())
                .isInstanceOfSatisfying(
                        AnswerOffer.Outcome.TooLate.class,
                        it -> assertThat(it.offer().state()).isEqualTo(Offer.State.RETRACTED));
        assertThat(rank(couple)).isEqualTo(rank);
        assertThat(held()).isEmpty();
        assertThat(page(couple, "/fr/proposition")).contains("Cette proposition n’est plus valable");
        assertThat(page(couple, "/fr/suivi")).contains("Vous gardez votre rang");
    }

    @Test
    void a_yes_that_was_said_just_before_the_centre_closes_is_an_appointment_that_ends() {
        var request = world.register(World.AMINATA);
        world.drawAndRun();
        var offer = world.offer(request).orElseThrow();
        var rank = rank(request);
        Overlap.of(world, () -> yes(offer), () -> strike.follow(Strike.closed()));
        assertThat(world.get(Offers.class)
                        .find(World.AUTHORITY, offer.id())
                        .orElseThrow()
                        .state())
                .isEqualTo(Offer.State.CLOSED);
        assertThat(rank(request)).isEqualTo(rank);
        assertThat(held())
                .singleElement()
                .satisfies(it -> assertThat(it.centre()).isEqualTo("loire"));
    }

    @Test
    void a_counter_that_closes_keeps_who_was_promised_it_and_receives_nobody_after() {
        strike.sevenInLine();
        strike.follow(Strike.withoutCounterSix());
        var atSix = atSix();
        assertThat(atSix).hasSize(2);
        assertThat(yes(atSix.getFirst())).isEqualTo(new AnswerOffer.Outcome.Taken());
        assertThat(places(atSix.getFirst())).hasSize(1);
        world.get(AnswerOffer.class).no(World.AUTHORITY, atSix.getLast().id());
        world.clock().set(World.paris("2021-04-19T16:00:01"));
        strike.hold();
        assertThat(held())
                .as("neither at once nor by the next run")
                .filteredOn(it -> it.counter() == 6)
                .hasSize(1);

        strike.follow(strike.open());
        assertThat(held())
                .as("the counter opens again, and somebody waits")
                .filteredOn(it -> it.counter() == 6)
                .hasSize(2);
    }

    @Test
    void hours_that_shift_make_no_place_beside_somebody_who_was_promised_the_counter() {
        strike.sevenInLine();
        assertThat(strike.follow(Strike.aQuarterLater()).places().conflicts()).hasSize(4);
        assertThat(world.count(
                        "place a join place b using (authority_id, centre, counter) where a.place_id < b.place_id"
                                + " and a.withdrawn_at is null and b.withdrawn_at is null"
                                + " and a.starts_at < b.ends_at and b.starts_at < a.ends_at"))
                .isZero();
    }

    private AnswerOffer.Outcome yes(Offer offer) {
        return world.get(AnswerOffer.class).yes(World.AUTHORITY, offer.id());
    }

    private List<Offer> atSix() {
        return strike.live().stream()
                .filter(it -> places(it).getFirst().counter() == 6)
                .toList();
    }

    private List<Place> held() {
        return strike.live().stream().flatMap(it -> places(it).stream()).toList();
    }

    private List<Place> places(Offer offer) {
        return world.get(Places.class).heldBy(World.AUTHORITY, offer.id());
    }

    private int heldOfThoseTakenAway() {
        return world.count("holding natural join place where released_at is null and withdrawn_at is not null");
    }

    private Ranks.Rank rank(Request request) {
        return world.get(Ranks.class).of(World.AUTHORITY, request.id()).orElseThrow();
    }

    private String page(Request request, String path) {
        var key = world.get(Passes.class).key(World.AUTHORITY, request.id(), Passes.Level.LOOK);
        return world.visitor().get(path + "?k=" + key).body();
    }
}
