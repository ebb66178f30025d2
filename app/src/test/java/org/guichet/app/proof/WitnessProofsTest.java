package org.guichet.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guichet.app.World;
import org.guichet.app.appointment.VoidDraw;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.witness.Cosigning;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.RehearsalChain;
import org.guichet.core.ledger.note.SignatureType;
import org.guichet.core.ledger.note.SignerKey;
import org.guichet.core.ledger.note.WitnessList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Draws that need two of three witnesses: with them, without them, and too late. */
@ExtendWith(OutputCaptureExtension.class)
final class WitnessProofsTest {
    private static final String DRAW = "/fr/tirages/famille/1";
    private static final RehearsalChain CHAIN = RehearsalChain.from(new byte[32]);
    private static final SignerKey ONE = key("one.example/w");
    private static final SignerKey TWO = key("two.example/w");
    private static final SignerKey THREE = key("three.example/w");
    private static final WitnessList WITNESSES =
            new WitnessList(List.of(ONE.verifier(), TWO.verifier(), THREE.verifier()));
    private static final Instant SEALED = World.paris("2021-04-12T00:00:01");
    private static final Instant ROUND = World.paris("2021-04-12T12:00");
    private static final Instant FALLBACK = World.paris("2021-04-13T12:00");

    @TempDir
    private Path root;

    private World world;

    @BeforeEach
    void begin() {
        world = World.fresh(WITNESSES, 2);
        world.register(World.AMINATA);
        world.register(World.LAN);
        world.goTo("2021-04-12T00:00:01");
    }

    @Test
    void a_list_that_two_saw_in_time_is_drawn_and_anybody_can_check_it() throws IOException {
        Cosigning.cosign(world, ONE, SEALED.plusSeconds(5));
        Cosigning.cosign(world, THREE, ROUND.minusSeconds(1));
        world.goTo("2021-04-12T12:00:01");
        assertThat(drawnBy()).isEqualTo(announced().round());
        assertThat(world.visitor().get(DRAW).body())
                .contains(
                        "2 témoins doivent avoir vu", "one.example/w", "three.example/w", "/journal/1/sealed/famille/1")
                .doesNotContain("two.example/w");
        assertThat(world.visitor().get("/journal/1/sealed/famille/1").body())
                .startsWith("c2sp.org/tlog-proof@v1\nextra ")
                .contains("— one.example/w ", "— three.example/w ");
        assertThat(verify(0)).contains("saw before their round was known: 2.");
    }

    @Test
    void a_list_that_one_saw_is_not_drawn_whoever_brings_the_round() {
        Cosigning.cosign(world, ONE, SEALED.plusSeconds(5));
        Cosigning.cosign(world, key("stranger.example/w"), SEALED.plusSeconds(5));
        world.goTo("2021-04-12T12:00:01");
        assertThat(world.count("rank")).isZero();
        assertThat(world.visitor().get(DRAW).body()).contains("Le tirage attend.");
        assertThat(world.visitor().get("/journal/1/sealed/famille/1").status()).isEqualTo(404);
        var signature = CHAIN.round(announced().round()).signatureHex();
        var again = world.visitor().post(DRAW + "/tour", Map.of("signature", signature));
        assertThat(world.visitor().get(again.location().replace("#erreurs", "")).body())
                .contains("Trop peu de témoins ont vu la liste avant ce tour");
        assertThat(world.count("rank")).isZero();
    }

    @Test
    void a_second_witness_who_comes_too_late_leaves_the_fallback() throws IOException {
        Cosigning.cosign(world, ONE, SEALED.plusSeconds(5));
        Cosigning.cosign(world, TWO, ROUND);
        world.goTo("2021-04-13T11:59:59");
        assertThat(world.count("rank")).isZero();
        world.goTo("2021-04-13T12:00:01");
        assertThat(drawnBy()).isEqualTo(announced().fallback());
        assertThat(verify(0)).contains("saw before their round was known: 2.", "decided window 1");
    }

    @Test
    void witnesses_who_come_after_both_rounds_leave_the_draw_to_be_voided(CapturedOutput output) {
        Cosigning.cosign(world, ONE, FALLBACK);
        Cosigning.cosign(world, TWO, FALLBACK);
        world.goTo("2021-04-14T12:00:01");
        world.jobs();
        assertThat(world.count("rank")).isZero();
        assertThat(output.getOut()
                        .lines()
                        .filter(it -> it.contains("pool famille before its rounds; its draw has to be voided")))
                .hasSize(1);
        assertThat(world.visitor().get(DRAW).body()).contains("Le tirage attend.");
    }

    @Test
    void a_draw_that_lost_both_rounds_is_voided_and_held_again_by_the_same_rule() throws IOException {
        Cosigning.cosign(world, ONE, FALLBACK);
        world.goTo("2021-04-14T12:00:01");
        List.of(World.POOL, "remise").forEach(this::voidDraw);
        world.goTo("2021-04-15T12:00:04");
        assertThat(world.count("rank")).isZero();
        Cosigning.cosign(world, ONE, World.paris("2021-04-15T12:00:30"));
        Cosigning.cosign(world, TWO, World.paris("2021-04-15T12:00:31"));
        world.goTo("2021-04-16T12:00:10");
        assertThat(world.count("rank")).isEqualTo(2);
        assertThat(verify(0))
                .contains("saw before their round was known: 2.", "Les témoins manquaient.", "decided window 1");
        assertThat(world.visitor().get(DRAW).body())
                .contains("que le premier tirage a été annulé", "one.example/w", "/journal/1/voided/famille/1");
        assertThat(world.visitor().get("/journal/1/voided/famille/1").body())
                .contains("— one.example/w ", "— two.example/w ");
    }

    @Test
    void a_voiding_that_the_witnesses_of_the_list_did_not_see_leaves_the_fallback_or_nothing(CapturedOutput output) {
        Cosigning.cosign(world, ONE, SEALED.plusSeconds(5));
        Cosigning.cosign(world, TWO, SEALED.plusSeconds(5));
        voidDraw(World.POOL);
        world.goTo("2021-04-13T00:00:10");
        assertThat(world.count("rank")).isZero();
        assertThat(world.visitor().get(DRAW).body()).contains("Le tirage attend.");
        world.goTo("2021-04-14T00:00:10");
        assertThat(world.count("rank")).isZero();
        assertThat(output.getOut()).contains("pool famille before its rounds; it was voided already");
        assertThat(world.visitor().get("/journal/1/voided/famille/1").status()).isEqualTo(404);
    }

    @Test
    void draws_voided_before_witnesses_had_to_see_it_are_asked_for_it_too() throws IOException {
        voidDraw(World.POOL);
        var kept = leafOfVoid();
        world.jdbc().sql("update seal_proof set voided = null").update();
        try (var file = World.class.getResourceAsStream("/migration/V49__proof_void.sql")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            world.jdbc().sql(text.substring(text.indexOf("update"))).update();
        }
        assertThat(leafOfVoid()).isEqualTo(kept);
    }

    @Test
    void a_draw_held_by_hand_without_its_witnesses_is_named_by_the_verifier() throws IOException {
        world.jdbc().sql("delete from seal_proof").update();
        world.goTo("2021-04-12T12:00:01");
        assertThat(drawnBy()).isEqualTo(announced().round());
        assertThat(verify(1)).contains("the draw does not count", "the file sealed/famille/1 is missing.");
    }

    private void voidDraw(String pool) {
        world.get(VoidDraw.class).voidDraw(World.AUTHORITY, new Catalogue.Voiding(pool, 1, "Les témoins manquaient."));
    }

    private String leafOfVoid() {
        return world.jdbc()
                .sql("select voided from seal_proof where pool = 'famille' and window_no = 1")
                .query(String.class)
                .single();
    }

    private static Announced announced() {
        return Announced.from(CHAIN.chain(), ROUND);
    }

    private long drawnBy() {
        return world.jdbc()
                .sql("select round from draw where pool = 'famille' and window_no = 1")
                .query(Long.class)
                .single();
    }

    private String verify(int exitCode) throws IOException {
        var published = new Published(world, root);
        published.write();
        return published.verify(exitCode);
    }

    private static SignerKey key(String name) {
        return SignerKey.generate(name, SignatureType.TIMESTAMPED_ED25519, new SecureRandom());
    }
}
