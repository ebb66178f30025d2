package org.guichet.app.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.guichet.app.Blackout;
import org.guichet.app.Faults;
import org.guichet.app.World;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A disk on which rows can be changed, and none can be added. */
final class FullDiskTest {
    private static final String FILL = """
            create function refuse() returns event_trigger language plpgsql as
            $$ begin raise exception 'the disk is full' using errcode = '53100'; end $$;
            create event trigger refuse on ddl_command_start
                when tag in ('CREATE TABLE AS') execute function refuse()""";

    private World world;

    @BeforeEach
    void begin() {
        world = World.fresh();
        beat();
        world.jdbc().sql(FILL).update();
    }

    @AfterEach
    void end() {
        world.jdbc().sql("drop function if exists refuse cascade").update();
    }

    @Test
    void what_was_refused_for_want_of_room_is_an_outage_until_there_is_some() {
        Blackout.of(world, Duration.ofMinutes(3));
        refuseOne();
        assertThatThrownBy(this::beat).hasMessageContaining("the disk is full");
        assertThat(world.count("outage")).isZero();
        world.jdbc().sql("drop function refuse cascade").update();
        beat();
        assertThat(world.count("outage")).isEqualTo(1);
        assertThat(world.count("pg_tables where tablename = 'room_tried'")).isZero();
    }

    @Test
    void a_node_to_which_nobody_comes_finds_within_a_minute_that_there_is_no_room() {
        var lastWord = world.clock().instant();
        world.clock().set(lastWord.plus(Limits.ROOM_TRIED_EVERY).minusSeconds(1));
        beat();
        world.clock().set(lastWord.plus(Limits.ROOM_TRIED_EVERY));
        assertThatThrownBy(this::beat).hasMessageContaining("the disk is full");
        assertThatThrownBy(this::beat).hasMessageContaining("the disk is full");
        world.jdbc().sql("drop function refuse cascade").update();
        beat();
    }

    private void beat() {
        world.get(Outages.class).beat(World.AUTHORITY);
    }

    private void refuseOne() {
        var faults = world.get(Faults.class);
        faults.arm(1, "53100");
        assertThatThrownBy(() -> world.get(Transactions.class).run(_ -> world.count("request")))
                .hasRootCauseMessage("The database is lost before executeQuery");
        faults.disarm();
    }
}
