package org.guichet.app.precedence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.guichet.app.World;
import org.guichet.app.access.ActingAgent;
import org.guichet.app.appointment.Withdraw;
import org.guichet.app.draw.Ranks;
import org.guichet.app.precedence.DecideClaim.Outcome;
import org.guichet.app.reception.Counters;
import org.guichet.app.registration.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

final class DecideClaimTest {
    private static final ActingAgent FIVE = agent(5);
    private static final ActingAgent SIX = agent(6);

    private final World world = World.fresh();
    private Request request;

    @BeforeEach
    void begin() {
        request = world.register(World.AMINATA);
    }

    @Test
    void two_agents_give_precedence_and_its_person_is_told() {
        var claim = seen();
        assertThat(decide().grant(SIX, claim)).isEqualTo(Outcome.DECIDED);
        assertThat(world.count("leaf where body like 'guichet.org/precedence@v1%'"))
                .isEqualTo(2);
        assertThat(world.get(Claims.class).granted(World.AUTHORITY, World.POOL))
                .isEqualTo(Collections.singletonMap(request.id(), "juge"));
        world.jobs();
        assertThat(world.letters().to("aminata@example.org"))
                .last()
                .satisfies(it -> assertThat(it.body()).contains("Décision d’un juge", "dans la limite de 25"));
    }

    @Test
    void one_agent_alone_gives_precedence_to_nobody_whatever_the_program_does() {
        var claim = seen();
        assertThat(decide().grant(FIVE, claim)).isEqualTo(Outcome.SAME_AGENT);
        assertThat(world.get(Claims.class).granted(World.AUTHORITY, World.POOL)).isEmpty();
        assertThatThrownBy(() -> world.jdbc()
                        .sql("update precedence_claim set decided_at = now(), decided_by = seen_by, granted = true")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("two_agents");
    }

    @Test
    void a_refusal_is_told_with_its_reason_costs_no_rank_and_another_proof_may_be_shown() {
        world.drawAndRun();
        var rank = world.get(Ranks.class).of(World.AUTHORITY, request.id());
        assertThat(decide().refuse(SIX, seen(), "L’ordonnance est au nom d’une autre personne."))
                .isEqualTo(Outcome.DECIDED);
        assertThat(world.get(Ranks.class).of(World.AUTHORITY, request.id())).isEqualTo(rank);
        world.jobs();
        assertThat(world.letters().to("aminata@example.org"))
                .last()
                .satisfies(it -> assertThat(it.body()).contains("au nom d’une autre personne", "ne change pas"));
        assertThat(world.count("precedence_claim where position('ordonnance'::bytea in reason) > 0"))
                .isZero();
        assertThat(see()).isTrue();
    }

    @Test
    void many_agents_at_once_are_one_claim_and_one_decision() {
        var saw = Counters.atOnce(4, this::see);
        assertThat(Collections.frequency(saw, true)).isEqualTo(1);
        var claim = claim();
        var number = new AtomicInteger(5);
        var outcomes = Counters.atOnce(4, () -> decide().grant(agent(number.incrementAndGet()), claim));
        assertThat(outcomes).containsOnlyOnce(Outcome.DECIDED);
        assertThat(Collections.frequency(outcomes, Outcome.TOO_LATE)).isEqualTo(3);
        assertThat(world.count("notice where kind = 'precedence-granted'")).isEqualTo(1);
    }

    @Test
    void a_request_that_is_over_gets_no_precedence() {
        var claim = seen();
        world.get(Withdraw.class).withdraw(World.AUTHORITY, request.id());
        assertThat(decide().grant(SIX, claim)).isEqualTo(Outcome.TOO_LATE);
        assertThat(see()).isFalse();
    }

    private UUID seen() {
        assertThat(see()).isTrue();
        return claim();
    }

    private boolean see() {
        return world.get(SeeProof.class).see(FIVE, request.id(), "juge");
    }

    private UUID claim() {
        return world.get(Claims.class)
                .newest(World.AUTHORITY, request.id())
                .orElseThrow()
                .id();
    }

    private DecideClaim decide() {
        return world.get(DecideClaim.class);
    }

    private static ActingAgent agent(int number) {
        return new ActingAgent(World.AUTHORITY, "charcot-" + number, "Guichet " + number, "charcot");
    }
}
