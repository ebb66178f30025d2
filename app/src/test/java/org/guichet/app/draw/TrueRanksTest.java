package org.guichet.app.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Somebody who can write into the database would like to be served first. */
@ExtendWith(OutputCaptureExtension.class)
final class TrueRanksTest {
    private World world;

    @BeforeEach
    void begin() {
        world = World.fresh();
        IntStream.range(0, 9).forEach(i -> world.register(World.somebody(i)));
        world.goTo("2021-04-12T00:00:01");
        world.goTo("2021-04-12T12:00:01");
    }

    @Test
    void what_was_drawn_is_true_and_stays_so_when_somebody_missed_an_appointment() {
        assertThat(fault()).isEmpty();
        world.jdbc()
                .sql("update rank set position = 10 where pool = 'famille' and position = 2")
                .update();
        assertThat(fault()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update rank set position = case position when 1 then 109 else 101 end"
                        + " where pool = 'famille' and position in (1, 9);"
                        + " update rank set position = position - 100 where pool = 'famille' and position > 100",
                "update lot set lot = repeat('0', 64) where pool = 'famille' and position = 9",
                "update draw set signature = repeat('a', 96) where pool = 'famille'",
                "delete from leaf_index",
                "delete from lot where pool = 'famille' and position = 5",
                "update request set pool = 'remise'"
                        + " where request_id = (select request_id from rank where pool = 'famille' and position = 9)"
            })
    void whatever_was_edited_by_hand_no_place_is_given_by_it(String edit, CapturedOutput output) {
        world.jdbc().sql(edit).update();
        assertThat(fault()).isPresent();
        world.goTo("2021-04-12T16:00:01");
        assertThat(world.count("offer")).isZero();
        assertThat(output.getOut()).contains("The run of famille is not held: ");
    }

    @Test
    void nobody_comes_to_stand_behind_a_cohort_before_his_own() {
        world.register(World.AMINATA);
        world.goTo("2021-04-26T00:00:01");
        world.goTo("2021-04-26T12:00:01");
        assertThat(fault()).isEmpty();
        world.jdbc()
                .sql("update rank set cohort = 1, position = 10 where cohort = 2")
                .update();
        assertThat(fault()).isPresent();
    }

    @Test
    void when_it_is_put_right_the_run_is_held() {
        world.jdbc()
                .sql("update draw set round = round + 1 where pool = 'famille'")
                .update();
        world.goTo("2021-04-12T16:00:01");
        assertThat(world.count("offer")).isZero();
        world.jdbc()
                .sql("update draw set round = round - 1 where pool = 'famille'")
                .update();
        world.jobs();
        assertThat(world.count("offer")).isEqualTo(6);
    }

    private Optional<String> fault() {
        return world.get(TrueRanks.class).fault(World.AUTHORITY, World.POOL);
    }
}
