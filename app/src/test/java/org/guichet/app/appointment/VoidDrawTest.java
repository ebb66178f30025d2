package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.draw.Drawing;
import org.guichet.app.draw.Drawings;
import org.guichet.app.draw.Ranks;
import org.guichet.app.registration.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The procedure of docs/operating.md, rehearsed: a draw went wrong, is voided with its reason, and held again. */
final class VoidDrawTest {
    private static final Catalogue.Voiding VOIDING =
            new Catalogue.Voiding(World.POOL, 1, "Une demande arrivée à temps manquait.");

    private World world;
    private Request aminata;

    @BeforeEach
    void begin() {
        world = World.fresh();
        aminata = world.register(World.AMINATA);
        IntStream.range(0, 9).forEach(i -> world.register(World.somebody(i)));
        world.goTo("2021-04-12T00:00:01");
    }

    @Test
    void a_void_draw_is_told_with_its_reason_and_held_again_with_another_round() {
        world.goTo("2021-04-12T12:00:01");
        var first = drawing();
        voidDraw();

        assertThat(drawing().drawn()).isEmpty();
        assertThat(drawing().root()).isEqualTo(first.root());
        assertThat(world.get(Ranks.class).line(World.AUTHORITY, World.POOL)).isEmpty();
        world.jobs();
        assertThat(world.letters().to("aminata@example.org"))
                .last()
                .satisfies(it -> assertThat(it.body())
                        .contains("manquait", "Un nouveau tirage aura lieu le mardi 13 avril 2021 à 12:00"));
        assertThat(world.visitor().get("/fr/tirages/famille/1").body())
                .contains("Ce tirage a été annulé", "Une demande arrivée à temps manquait.", "mardi 13 avril 2021");

        world.goTo("2021-04-13T11:59:59");
        assertThat(drawing().drawn()).isEmpty();
        world.goTo("2021-04-13T12:00:04");
        var round = drawing().drawn().orElseThrow().round();
        assertThat(round.number())
                .isEqualTo(drawing().voided().orElseThrow().next().round());
        assertThat(round).isNotEqualTo(first.drawn().orElseThrow().round());
        assertThat(world.get(Ranks.class).line(World.AUTHORITY, World.POOL)).hasSize(10);
        assertThat(world.reload(aminata).isLive()).isTrue();
    }

    @Test
    void saying_it_again_changes_nothing() {
        world.goTo("2021-04-12T12:00:01");
        voidDraw();
        world.goTo("2021-04-13T12:00:04");
        var again = drawing();
        voidDraw();
        assertThat(drawing()).isEqualTo(again);
        assertThat(world.count("lot")).isEqualTo(10);
    }

    @Test
    void a_list_can_be_voided_before_it_is_drawn() {
        voidDraw();
        world.goTo("2021-04-12T12:00:01");
        assertThat(drawing().drawn()).isEmpty();
        world.goTo("2021-04-13T00:00:04");
        assertThat(drawing().drawn()).isPresent();
    }

    @Test
    void a_draw_by_which_places_were_given_stays() {
        world.goTo("2021-04-12T12:00:01");
        world.goTo("2021-04-12T16:00:01");
        var drawn = drawing();
        voidDraw();
        assertThat(drawing()).isEqualTo(drawn);
        assertThat(world.offer(aminata).isPresent() || world.count("offer") > 0).isTrue();
    }

    @Test
    void a_list_that_is_not_sealed_cannot_be_void() {
        world.get(VoidDraw.class).voidDraw(World.AUTHORITY, new Catalogue.Voiding(World.POOL, 2, "Trop tôt."));
        assertThat(world.get(Drawings.class).find(World.AUTHORITY, World.POOL, 2))
                .isEmpty();
    }

    private void voidDraw() {
        world.get(VoidDraw.class).voidDraw(World.AUTHORITY, VOIDING);
    }

    private Drawing drawing() {
        return world.get(Drawings.class).find(World.AUTHORITY, World.POOL, 1).orElseThrow();
    }
}
