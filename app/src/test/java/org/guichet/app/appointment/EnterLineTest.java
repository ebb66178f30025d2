package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import org.guichet.app.World;
import org.guichet.app.platform.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forty requests of all kinds that were drawn enter the line. */
final class EnterLineTest {
    private World world;
    private LineIndex index;
    private LineEntries entries;

    @BeforeEach
    void begin() {
        world = World.fresh();
        index = world.get(LineIndex.class);
        entries = new LineEntries(world);
        var random = new RandomRequests(world, new Random(9));
        for (int request = 0; request < 40; request++) {
            random.ask(request);
        }
        world.drawAndRun();
    }

    @Test
    void a_cohort_enters_with_its_draw_and_leaves_when_the_draw_is_void() {
        assertThat(entries.stored()).isNotEmpty().isEqualTo(entries.mustBe());
        forget();
        assertThat(entries.stored()).isEmpty();
        enterAll();
        assertThat(entries.stored()).isEqualTo(entries.mustBe());
        enterAll();
        assertThat(entries.stored()).isEqualTo(entries.mustBe());
    }

    @Test
    void a_cohort_that_enters_some_at_a_time_is_the_same() {
        forget();
        world.get(EnterLine.class).enter(World.AUTHORITY, World.POOL, 7);
        assertThat(entries.stored()).isEqualTo(entries.mustBe());
        assertThat(index.notYetIn(World.AUTHORITY, World.POOL)).isEmpty();
    }

    @Test
    void whoever_frees_a_place_meanwhile_enters_the_rest() {
        forget();
        world.get(Transactions.class).run(_ -> index.takeIn(World.AUTHORITY, World.POOL, 1, 0, 7));
        assertThat(index.notYetIn(World.AUTHORITY, World.POOL)).containsExactly(1);
        assertThat(entries.stored()).isNotEmpty().isNotEqualTo(entries.mustBe());
        enterAll();
        world.get(EnterLine.class).enter(World.AUTHORITY, World.POOL, 7);
        assertThat(entries.stored()).isEqualTo(entries.mustBe());
    }

    @Test
    void whoever_had_dropped_out_enters_again_and_others_stay() throws IOException {
        world.jdbc()
                .sql("delete from line_entry where request_id = (select request_id from line_entry limit 1)")
                .update();
        assertThat(entries.stored()).isNotEqualTo(entries.mustBe());
        mend();
        assertThat(index.notYetIn(World.AUTHORITY, World.POOL)).containsExactly(1);
        world.job("lines");
        assertThat(entries.stored()).isEqualTo(entries.mustBe());

        mend();
        assertThat(index.notYetIn(World.AUTHORITY, World.POOL)).isEmpty();
    }

    private void mend() throws IOException {
        try (var file = World.class.getResourceAsStream("/migration/V34__appointment_line_again.sql")) {
            world.jdbc()
                    .sql(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8))
                    .update();
        }
    }

    private void forget() {
        world.get(Transactions.class).run(_ -> index.forget(World.AUTHORITY, World.POOL, 1));
    }

    private void enterAll() {
        world.get(Transactions.class).run(_ -> index.takeIn(World.AUTHORITY, World.POOL, 9));
    }
}
