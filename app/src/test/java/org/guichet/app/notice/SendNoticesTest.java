package org.guichet.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.guichet.app.World;
import org.guichet.app.registration.Application;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SendNoticesTest {
    private World world;

    @BeforeEach
    void begin() {
        world = World.fresh();
    }

    @Test
    void a_message_that_could_not_be_sent_is_tried_again_and_never_lost() {
        world.letters().shut(true);
        world.register(World.AMINATA);
        world.jobs();
        assertThat(world.letters().to("aminata@example.org")).isEmpty();

        world.letters().shut(false);
        world.jobs();
        assertThat(world.letters().to("aminata@example.org"))
                .as("not before its time")
                .isEmpty();
        world.clock().set(World.START.plusSeconds(61));
        world.jobs();
        assertThat(world.letters().to("aminata@example.org")).hasSize(1);
        world.jobs();
        assertThat(world.letters().to("aminata@example.org")).hasSize(1);
    }

    @Test
    void telephone_and_letters_wait_for_an_agent_and_are_done_once() {
        var form = World.application(World.AMINATA);
        world.register(new Application(
                form.pool(),
                UUID.randomUUID(),
                form.language(),
                form.persons(),
                form.together(),
                form.wishes(),
                new Reach("", "06 12 34 56 78", "chez Diop, 12 rue du Chevaleret, 75013 Paris", "")));
        world.jobs();
        var outbox = world.get(Outbox.class);
        assertThat(outbox.byHand(World.AUTHORITY, 10))
                .extracting(it -> it.message().way())
                .containsExactlyInAnyOrder(Way.MOBILE, Way.POST);
        outbox.done(
                World.AUTHORITY, outbox.byHand(World.AUTHORITY, 10).getFirst().id(), World.START);
        assertThat(outbox.byHand(World.AUTHORITY, 10)).hasSize(1);
    }

    @Test
    void what_is_said_is_locked_in_the_database() {
        world.register(World.AMINATA);
        var stored = world.jdbc()
                .sql("select encode(message, 'escape') from notice")
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain("aminata").doesNotContain("Demande");
    }
}
