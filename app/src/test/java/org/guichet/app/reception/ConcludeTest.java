package org.guichet.app.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.access.Desk;
import org.guichet.app.appointment.AnswerOffer;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.Places;
import org.guichet.app.deposit.Deposits;
import org.guichet.app.deposit.Papers;
import org.guichet.app.draw.Ranks;
import org.guichet.app.page.Localized;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the end of a visit does to the request. */
final class ConcludeTest {
    private Counters counters;
    private Desk desk;

    @BeforeEach
    void begin() {
        counters = new Counters();
        desk = counters.desk(5);
    }

    @Test
    void a_received_dossier_ends_the_request_and_its_persons_may_ask_again() {
        var offer = counters.called(desk, World.AMINATA);
        receive(offer);
        assertThat(counters.visit(offer).state()).isEqualTo(Visit.State.RECEIVED);
        assertThat(offer(offer).state()).isEqualTo(Offer.State.MET);
        assertThat(request(offer).ended()).map(Request.Ended::why).contains(Request.Ending.RECEIVED);
        assertThat(counters.world()
                        .reload(counters.world().register(World.AMINATA))
                        .joined())
                .isFalse();

        counters.world().jobs();
        assertThat(counters.world().letters().to("aminata@example.org"))
                .anySatisfy(it -> assertThat(it.subject()).endsWith("dossier reçu"));
    }

    @Test
    void a_received_dossier_is_a_leaf_of_the_journal_and_its_commitment_stands_in_the_deposit() {
        var offer = counters.called(desk, World.AMINATA);
        receive(offer);
        var deposit =
                counters.get(Deposits.class).ofOffer(World.AUTHORITY, offer).orElseThrow();
        assertThat(deposit.counter()).isEqualTo(5);
        assertThat(leaves())
                .anySatisfy(it -> assertThat(it)
                        .startsWith("guichet.org/deposit@v1\n")
                        .contains("commitment " + deposit.commitment().hex()));
    }

    @Test
    void the_same_deposit_twice_is_one() {
        var offer = counters.called(desk, World.AMINATA);
        receive(offer);
        receive(offer);
        assertThat(counters.world().count("deposit")).isEqualTo(1);
        assertThat(counters.world().count("visit_step")).isEqualTo(3);
    }

    @Test
    void fifty_clicks_are_one_deposit() {
        var offer = counters.called(desk, World.AMINATA);
        Counters.atOnce(50, () -> {
            receive(offer);
            return true;
        });
        assertThat(counters.world().count("deposit")).isEqualTo(1);
    }

    @Test
    void nothing_is_received_from_whoever_was_not_called() {
        var offer = counters.appointment(World.AMINATA);
        receive(offer);
        counters.get(CheckIn.class).checkIn(desk, offer);
        receive(offer);
        assertThat(counters.world().count("deposit")).isZero();
        assertThat(counters.visit(offer).state()).isEqualTo(Visit.State.WAITING);
    }

    @Test
    void an_incomplete_dossier_keeps_its_rank_and_is_offered_another_date() {
        var request = counters.threeWeeksEarlier().register(World.AMINATA);
        counters.world().drawAndRun();
        var offer = accepted(request);
        var rank = rank(request);
        counters.world().clock().set(World.paris("2021-04-22T14:15"));
        counters.get(CheckIn.class).checkIn(desk, offer);
        counters.get(CallIn.class).call(desk, offer);
        conclude().received(desk, offer, missing());

        assertThat(counters.visit(offer).state()).isEqualTo(Visit.State.INCOMPLETE);
        assertThat(offer(offer).state()).isEqualTo(Offer.State.MET);
        assertThat(counters.world().reload(request).isLive()).isTrue();
        assertThat(rank(request)).isEqualTo(rank);
        counters.world().jobs();
        assertThat(counters.world().letters().to("aminata@example.org"))
                .anySatisfy(it -> assertThat(it.body()).contains("– Acte de naissance", "– La photo est ancienne."));
    }

    @Test
    void a_first_absence_sends_to_the_end_of_the_line_and_says_so() {
        var absent = counters.threeWeeksEarlier().register(World.AMINATA);
        var other = counters.world().register(World.LAN);
        counters.world().drawAndRun();
        var offer = accepted(absent);
        counters.world().clock().set(World.paris("2021-04-22T15:15"));
        conclude().absent(desk, offer);

        assertThat(counters.visit(offer).state()).isEqualTo(Visit.State.ABSENT);
        assertThat(offer(offer).state()).isEqualTo(Offer.State.ABSENT);
        assertThat(rank(absent).position()).isGreaterThan(rank(other).position());
        assertThat(counters.world().reload(absent).isLive()).isTrue();
        counters.world().jobs();
        assertThat(counters.world().letters().to("aminata@example.org"))
                .anySatisfy(it -> assertThat(it.body()).contains("après toutes celles déjà tirées au sort"));
    }

    @Test
    void a_second_absence_costs_no_more() {
        var request = counters.threeWeeksEarlier().register(World.AMINATA);
        counters.world().register(World.LAN);
        counters.world().drawAndRun();
        var first = accepted(request);
        counters.world().clock().set(World.paris("2021-04-22T15:15"));
        conclude().absent(desk, first);
        var rank = rank(request);
        var second = counters.appointment("2021-04-22T15:00", "charcot", request);
        conclude().absent(desk, second);
        assertThat(offer(second).state()).isEqualTo(Offer.State.ABSENT);
        assertThat(rank(request)).isEqualTo(rank);
        counters.world().jobs();
        assertThat(counters.world().letters().to("aminata@example.org"))
                .anySatisfy(it -> assertThat(it.body()).contains("Votre demande continue, sans perdre de rang."));
    }

    @Test
    void an_absence_before_the_draw_costs_no_rank_and_the_next_is_the_first() {
        var request = counters.world().register(World.AMINATA);
        counters.world().register(World.LAN);
        var chosen = counters.appointment("2021-04-22T14:00", "charcot", request);
        conclude().absent(desk, chosen);
        counters.world().jobs();
        assertThat(counters.world().letters().to("aminata@example.org"))
                .last()
                .satisfies(it -> assertThat(it.body()).contains("Votre demande continue, sans perdre de rang."));

        counters.world().goTo("2021-04-26T00:00:01");
        counters.world().goTo("2021-04-26T12:00:01");
        assertThat(rank(request).position()).isLessThanOrEqualTo(2);
        conclude().absent(desk, counters.appointment("2021-04-22T15:00", "charcot", request));
        assertThat(rank(request).position()).isEqualTo(3);
    }

    @Test
    void nobody_is_absent_before_the_time() {
        var offer = counters.appointment("2021-04-22T14:30", World.AMINATA);
        conclude().absent(desk, offer);
        assertThat(offer(offer).state()).isEqualTo(Offer.State.ACCEPTED);
        assertThat(counters.world().count("visit")).isZero();
    }

    @Test
    void absent_twice_is_absent_once() {
        var offer = counters.appointment(World.AMINATA);
        conclude().absent(desk, offer);
        conclude().absent(desk, offer);
        assertThat(counters.world().count("visit_step")).isEqualTo(1);
    }

    @Test
    void agents_who_wait_while_places_are_given_leave_connections_for_everybody_else() {
        var world = counters.world();
        var offer = counters.appointment(World.AMINATA);
        counters.get(CheckIn.class).checkIn(desk, offer);
        counters.get(CallIn.class).call(desk, offer);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            world.get(Transactions.class).run(_ -> {
                world.get(Places.class).lock(World.AUTHORITY, World.POOL);
                for (int i = 0; i < World.CONNECTIONS + 10; i++) {
                    threads.execute(() -> receive(offer));
                }
                world.awaitBlocked(2);
                IntStream.range(0, 50).forEach(i -> world.register(World.somebody(i)));
                assertThat(world.blocked()).isEqualTo(2);
            });
        }
        assertThat(offer(offer).state()).isEqualTo(Offer.State.MET);
    }

    private Papers missing() {
        List<Localized> all = counters.get(Catalogues.class)
                .of(World.AUTHORITY)
                .procedure(World.POOL)
                .orElseThrow()
                .documents();
        return new Papers(all.subList(0, 1), all.subList(1, 2), "La photo est ancienne.");
    }

    private UUID accepted(Request request) {
        var offer = counters.world().offer(request).orElseThrow();
        counters.get(AnswerOffer.class).yes(World.AUTHORITY, offer.id());
        return offer.id();
    }

    private void receive(UUID offer) {
        conclude().received(desk, offer, Papers.complete(List.of(Localized.same("Passeport"))));
    }

    private Conclude conclude() {
        return counters.get(Conclude.class);
    }

    private Offer offer(UUID id) {
        return counters.get(Offers.class).find(World.AUTHORITY, id).orElseThrow();
    }

    private Request request(UUID offer) {
        return counters.get(Requests.class).get(World.AUTHORITY, offer(offer).request());
    }

    private Ranks.Rank rank(Request request) {
        return counters.get(Ranks.class).of(World.AUTHORITY, request.id()).orElseThrow();
    }

    private List<String> leaves() {
        return counters.world()
                .jdbc()
                .sql("select body from leaf")
                .query((row, _) -> row.getString("body"))
                .list();
    }
}
