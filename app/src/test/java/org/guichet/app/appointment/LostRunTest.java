package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.guichet.app.Faults;
import org.guichet.app.World;
import org.guichet.app.catalogue.Catalogues;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database is lost, or the connection killed, at every statement of a run and of a freed place. All of it is there
 * or nothing, and the next one ends in the state that it would have ended in without the loss.
 */
@Timeout(300)
final class LostRunTest {
    private static final List<String> STATE = List.of(
            """
            select concat_ws(' ', request_id, state, centre, starts_at, made_at, answer_by, ended_at)
            from offer""",
            """
            select concat_ws(' ', request_id, place_id, held_at, released_at)
            from holding
            join offer on offer.authority_id = holding.authority_id and offer.offer_id = holding.holder""",
            """
            select concat_ws(' ', due_at, held_at, run, waiting, free, served)
            from allotment_run""",
            "select concat_ws(' ', due_at, kind, part, text) from run_text",
            "select kind from notice",
            "select split_part(body, E'\\n', 1) from leaf",
            "select regexp_replace(payload, '[0-9a-f]{8}-[0-9a-f-]{27}', '') from commitment");

    private final World world = World.fresh();

    @ParameterizedTest
    @EnumSource(Faults.Side.class)
    void a_run_that_is_lost_at_any_step_is_held_by_the_next_to_the_same_bytes(Faults.Side side) {
        world.register(World.AMINA, World.KARIM);
        IntStream.range(0, 6).forEach(i -> world.register(World.somebody(i)));
        world.goTo("2021-04-12T00:00:01");
        world.goTo("2021-04-12T12:00:01");
        world.clock().set(World.paris("2021-04-12T16:00:01"));
        var catalogue = world.get(Catalogues.class).of(World.AUTHORITY);
        var procedure = catalogue.procedure(World.POOL).orElseThrow();
        matrix(side, () -> world.get(HoldRun.class).hold(World.AUTHORITY, catalogue, procedure));
        assertThat(world.count("offer")).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Faults.Side.class)
    void a_place_given_back_has_its_next_holder_or_its_old_one_whenever_the_database_is_lost(Faults.Side side) {
        var line = IntStream.range(0, 7)
                .mapToObj(i -> world.register(World.somebody(i)))
                .toList();
        world.drawAndRun();
        var first = line.stream()
                .filter(it -> world.offer(it).isPresent())
                .findFirst()
                .orElseThrow();
        world.get(AnswerOffer.class)
                .yes(World.AUTHORITY, world.offer(first).orElseThrow().id());
        matrix(side, () -> world.get(CancelAppointment.class).cancel(World.AUTHORITY, first.id()));
        assertThat(world.count("offer where state = 'OPEN'")).isEqualTo(6);
    }

    private void matrix(Faults.Side side, Runnable work) {
        var before = state();
        var after = whatWouldBe(work);
        assertThat(state()).isEqualTo(before).isNotEqualTo(after);
        // A killed connection has to be made anew: here and there is enough.
        var stride = side == Faults.Side.KILLED ? 9 : 1;
        var step = 1;
        while (world.get(Faults.class).isLostAt(step, side, work)) {
            assertThat(state()).isIn(before, after);
            step += stride;
        }
        assertThat(step).as("steps of the matrix").isGreaterThan(15);
        work.run();
        assertThat(state()).isEqualTo(after);
    }

    private List<String> whatWouldBe(Runnable work) {
        var undone = new TransactionTemplate(world.get(PlatformTransactionManager.class));
        return Objects.requireNonNull(undone.execute(status -> {
            work.run();
            // What is written together right before a commit.
            TransactionSynchronizationUtils.triggerBeforeCommit(false);
            status.setRollbackOnly();
            return state();
        }));
    }

    /** Everything but what is drawn by lot: ids of offers and salts. */
    private List<String> state() {
        return STATE.stream()
                .flatMap(it ->
                        world.jdbc().sql(it).query(String.class).list().stream().sorted())
                .toList();
    }
}
