package org.guichet.app.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.guichet.app.Visitor;
import org.guichet.app.World;
import org.guichet.app.appointment.AnswerOffer;
import org.guichet.app.appointment.CancelAppointment;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.appointment.Withdraw;
import org.guichet.app.choosing.Choose;
import org.guichet.app.choosing.Wanted;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.Test;

/** What the page of an offer says once it is over. */
final class OfferPagesTest {
    private static final String PROMISE = "Nous vous proposerons une autre date. Vous n’avez rien à faire.";
    private static final String WAKE = "Reprendre ma demande";
    private static final String PAUSES = "Après deux propositions sans réponse, votre demande est en pause";
    private static final Wishes FRIDAY = new Wishes(List.of("loire"), Moments.ALL, List.of(), Moments.ALL, List.of());
    private static final Instant SILENT_AGAIN = World.paris("2021-04-21T18:02:01");

    private final World world = World.fresh();
    private final Visitor visitor = world.visitor();

    @Test
    void after_one_silence_there_is_nothing_to_do() {
        var request = offered();
        assertThat(page(request)).contains(PAUSES);
        world.goTo("2021-04-14T18:02:01");
        assertThat(page(request))
                .contains("Vous n’avez pas répondu à temps", PROMISE)
                .doesNotContain(WAKE);
        assertThat(world.letters().to("aminata@example.org"))
                .last()
                .satisfies(it -> assertThat(it.body())
                        .contains("est libre pour une autre personne.", PAUSES)
                        .doesNotContain("allée"));
    }

    @Test
    void a_request_that_sleeps_is_promised_nothing_and_can_be_woken_there() {
        var request = offeredAgain();
        world.clock().set(SILENT_AGAIN);
        world.jobs();
        assertThat(isAsleep(request)).isTrue();
        assertThat(page(request))
                .contains("Votre demande est en pause. Un mot de vous suffit pour la reprendre, au même rang.", WAKE)
                .doesNotContain(PROMISE);
        assertThat(visitor.get("/fr/suivi?k=" + key(request)).body())
                .contains("En pause\u00a0: pas de proposition tant que vous ne la reprenez pas")
                .doesNotContain("Prochaine attribution", "En cours");
        assertThat(isAsleep(request)).as("looking changes nothing").isTrue();
        assertThat(visitor.get("/ar/proposition?k=" + key(request)).body()).contains("تفعيل طلبي من جديد");
        visitor.post("/fr/suivi/reprise?k=" + key(request), Map.of());
        assertThat(isAsleep(request)).isFalse();
        assertThat(page(request)).contains(PROMISE);
    }

    @Test
    void a_late_answer_is_a_word_at_which_a_request_wakes() {
        var request = offeredAgain();
        var offer = world.offer(request).orElseThrow();
        world.clock().set(SILENT_AGAIN);
        world.jobs();
        var page = answer(request, offer, "oui");
        assertThat(page.location()).startsWith("/fr/proposition?k=");
        assertThat(isAsleep(request)).isFalse();
        assertThat(visitor.get(page.location()).body())
                .contains("Vous n’avez pas répondu à temps", PROMISE)
                .doesNotContain(WAKE);
        assertThat(newest(request).state()).isEqualTo(Offer.State.SILENT);
    }

    @Test
    void a_late_answer_is_heard_also_before_the_silence_is_written_down() {
        var request = offeredAgain();
        var offer = world.offer(request).orElseThrow();
        world.clock().set(offer.answerBy().plus(Limits.ANSWER_GRACE));
        var page = answer(request, offer, "non");
        assertThat(visitor.get(page.location()).body()).contains("Vous n’avez pas répondu à temps", PROMISE);
        world.jobs();
        assertThat(isAsleep(request)).isFalse();
        assertThat(world.letters().to("aminata@example.org"))
                .anySatisfy(it -> assertThat(it.body()).contains("Une autre proposition viendra."));
    }

    @Test
    void who_answered_in_time_and_then_slept_is_not_woken_by_the_same_answer_again() {
        var request = offered();
        var refused = world.offer(request).orElseThrow();
        answer(request, refused, "non");
        world.clock().set(SILENT_AGAIN);
        asleep(request);
        answer(request, refused, "non");
        assertThat(isAsleep(request)).isTrue();
    }

    @Test
    void a_request_that_was_withdrawn_is_promised_nothing() {
        var request = offered();
        world.get(Withdraw.class).withdraw(World.AUTHORITY, request.id());
        assertThat(page(request))
                .contains("Votre demande est retirée", "Vous pouvez faire une autre demande quand vous voulez.")
                .doesNotContain(PROMISE, "Vous avez rendu", "Vous gardez votre rang", "Changer mes jours");
    }

    @Test
    void an_offer_that_was_accepted_shows_the_appointment_to_come() {
        var request = offered();
        var offer = world.offer(request).orElseThrow();
        answer(request, offer, "oui");
        assertThat(page(request))
                .contains("Vous avez dit oui", "Votre rendez-vous\u00a0: vendredi 23 avril 2021")
                .doesNotContain("C’était");
    }

    @Test
    void whoever_gave_an_appointment_back_keeps_the_rank() {
        var request = offered();
        world.get(AnswerOffer.class)
                .yes(World.AUTHORITY, world.offer(request).orElseThrow().id());
        world.get(CancelAppointment.class).cancel(World.AUTHORITY, request.id());
        assertThat(page(request)).contains("Vous avez rendu ce rendez-vous", "Vous gardez votre rang.", PROMISE);
    }

    @Test
    void whoever_gave_a_chosen_place_back_may_choose_another_and_has_no_rank_to_keep() {
        world.drawAndRun();
        var chosen = world.get(Choose.class)
                .choose(
                        World.AUTHORITY,
                        World.application(World.AMINATA),
                        new Wanted("charcot", World.paris("2021-04-22T14:00")));
        var request = ((Choose.Outcome.Recorded) chosen).request();
        assertThat(visitor.get("/fr/rendez-vous/annulation?k=" + key(request)).body())
                .contains("Vous pourrez choisir une autre place, s’il en reste.")
                .doesNotContain("Vous gardez votre rang");
        visitor.post("/fr/rendez-vous/annulation?k=" + key(request), Map.of());
        assertThat(page(request))
                .contains("Votre demande continue. Vous pouvez choisir une autre place, s’il en reste.")
                .contains("/fr/suivi/place?k=")
                .doesNotContain("Vous gardez votre rang", PROMISE);
        world.jobs();
        assertThat(world.letters().to("aminata@example.org"))
                .last()
                .satisfies(it -> assertThat(it.body())
                        .contains("Vous pouvez choisir une autre place, s’il en reste.")
                        .doesNotContain("rang"));
    }

    /** An offer of a place of Friday until Wednesday at 18:00, whether it is made eleven days before or four. */
    private Request offered() {
        var request = world.register(World.application(FRIDAY, Together.SAME_DAY, World.AMINATA));
        world.drawAndRun();
        return request;
    }

    /** A second offer, after a first silence. */
    private Request offeredAgain() {
        var request = offered();
        world.goTo("2021-04-14T18:02:01");
        world.goTo("2021-04-19T16:00:01");
        return request;
    }

    private void asleep(Request request) {
        world.jdbc()
                .sql("insert into sleep (authority_id, request_id, since) values (1, ?, ?::timestamptz)")
                .params(request.id().value(), SILENT_AGAIN.toString())
                .update();
    }

    private Visitor.Page answer(Request request, Offer offer, String said) {
        return visitor.post("/fr/proposition/" + offer.id() + "/reponse?k=" + key(request), Map.of("reponse", said));
    }

    private String page(Request request) {
        return visitor.get("/fr/proposition?k=" + key(request)).body();
    }

    private Offer newest(Request request) {
        return world.get(Offers.class).ofRequest(World.AUTHORITY, request.id()).getFirst();
    }

    private boolean isAsleep(Request request) {
        return world.get(Offers.class).isAsleep(World.AUTHORITY, request.id());
    }

    private String key(Request request) {
        return world.get(Passes.class).key(World.AUTHORITY, request.id(), Passes.Level.LINK);
    }
}
