package org.guichet.app.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.guichet.app.Visitor;
import org.guichet.app.World;
import org.guichet.app.WorldConfiguration.HandBeacon;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.RehearsalChain;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the announced round is late, or lost: the fallback, and a signature that somebody brings. */
final class RoundPagesTest {
    private static final String DRAW = "/fr/tirages/famille/1";
    private static final RehearsalChain CHAIN = RehearsalChain.from(new byte[32]);

    private World world;
    private Visitor visitor;
    private Announced announced;

    @BeforeEach
    void begin() {
        world = World.fresh();
        visitor = world.visitor();
        world.register(World.AMINATA);
        world.register(World.LAN);
        announced = Announced.from(CHAIN.chain(), World.paris("2021-04-12T12:00"));
        world.goTo("2021-04-12T00:00:01");
        beacon().silent(true);
    }

    @Test
    void a_signature_that_somebody_brings_decides_at_once() {
        world.goTo("2021-04-12T12:00:01");
        assertThat(visitor.get(DRAW).body()).contains("/fr/tirages/famille/1/tour");
        assertThat(bring(announced.round()).location()).isEqualTo(DRAW);
        assertThat(drawing().drawn().orElseThrow().round()).isEqualTo(CHAIN.round(announced.round()));
        assertThat(world.count("rank")).isEqualTo(2);
        assertThat(bring(announced.round()).location()).isEqualTo(DRAW);
        assertThat(world.count("rank")).isEqualTo(2);
    }

    @Test
    void any_other_signature_changes_nothing_and_is_kept_to_be_looked_at() {
        world.goTo("2021-04-12T12:00:01");
        var other = CHAIN.round(announced.round() + 1).signatureHex();
        for (var wrong : new String[] {other, "bonjour", "", "00".repeat(48), "f".repeat(5000)}) {
            var again = visitor.post(DRAW + "/tour", Map.of("signature", wrong));
            assertThat(again.location()).endsWith("#erreurs");
            assertThat(visitor.get(again.location().replace("#erreurs", "")).body())
                    .contains("Ce n’est pas la signature du tour annoncé", wrong.length() > 200 ? "fff" : wrong);
        }
        assertThat(drawing().drawn()).isEmpty();
    }

    @Test
    void before_the_round_is_known_no_signature_decides() {
        var again = bring(announced.round());
        assertThat(visitor.get(again.location().replace("#erreurs", "")).body()).contains("Il est trop tôt");
        assertThat(drawing().drawn()).isEmpty();
    }

    @Test
    void the_fallback_decides_a_day_later_and_not_before() {
        beacon().silent(false);
        beacon().missing(announced.round());
        world.goTo("2021-04-13T11:59:59");
        assertThat(drawing().drawn()).isEmpty();
        assertThat(bring(announced.fallback()).location()).endsWith("#erreurs");
        world.goTo("2021-04-13T12:00:01");
        assertThat(drawing().drawn().orElseThrow().round().number()).isEqualTo(announced.fallback());
    }

    @Test
    void the_announced_round_decides_even_late() {
        world.goTo("2021-04-13T12:00:01");
        beacon().silent(false);
        world.jobs();
        assertThat(drawing().drawn().orElseThrow().round().number()).isEqualTo(announced.round());
    }

    private Visitor.Page bring(long round) {
        return visitor.post(
                DRAW + "/tour", Map.of("signature", CHAIN.round(round).signatureHex()));
    }

    private HandBeacon beacon() {
        return world.get(HandBeacon.class);
    }

    private Drawing drawing() {
        return world.get(Drawings.class).find(World.AUTHORITY, World.POOL, 1).orElseThrow();
    }
}
