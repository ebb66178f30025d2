package org.guichet.app.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.guichet.app.World;
import org.guichet.app.ledger.JournalKeys;
import org.guichet.app.ledger.Tree;
import org.guichet.core.ledger.note.AddCheckpoint;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.SignatureType;
import org.guichet.core.ledger.note.SignedNote;
import org.guichet.core.ledger.note.SignerKey;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Our journal before witnesses: one real, others down, slow, lying. */
@Timeout(300)
@ExtendWith(OutputCaptureExtension.class)
final class AskWitnessesTest {
    private static final Duration PATIENT = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    private World world;
    private Cosignatures cosignatures;
    private Instant now = World.START;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    @BeforeEach
    void begin() {
        world = World.fresh();
        world.register(World.AMINATA);
        world.jobs();
        cosignatures = world.get(Cosignatures.class);
    }

    @AfterEach
    void stop() throws Exception {
        end.countDown();
        for (var each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void a_real_witness_cosigns_every_checkpoint_whatever_the_others_do(CapturedOutput output) throws FormatException {
        var real = real();
        var down = fake("witness.example.org/down", FakeWitness::honest);
        down.close();
        var slow = fake("witness.example.org/slow", (_, _) -> {
            await();
            return "";
        });
        var page = fake("witness.example.org/page", (_, _) -> "<!doctype html>\n<p>Welcome!\n");
        var wrong = fake("witness.example.org/wrong", AskWitnessesTest::wrong);
        var other = SignerKey.generate(
                "witness.example.org/stranger", SignatureType.TIMESTAMPED_ED25519, new SecureRandom());
        var stranger = fake("witness.example.org/stranger", (_, request) -> FakeWitness.honest(other, request));
        var ask = asking(
                PATIENT,
                slow.witness(),
                down.witness(),
                page.witness(),
                wrong.witness(),
                stranger.witness(),
                real.witness());
        for (var round = 0; round < 4; round++) {
            // The slow one is asked first, and once: the others and the sequencer go on without it.
            var errands = ask.ask();
            errands.subList(errands.size() - 5, errands.size()).forEach(CompletableFuture::join);
            assertThat(names(served())).containsExactly(origin(), real.witness().name());
            now = now.plus(Duration.ofMinutes(2));
            world.register(World.somebody(round));
            world.jobs();
        }
        assertThat(slow.asked()).hasValue(1);
        assertThat(wrong.asked()).hasValue(4);
        assertThat(output.getOut().lines().filter(it -> it.contains("gives no cosignature")))
                .hasSize(4)
                .anyMatch(it -> it.endsWith("/down gives no cosignature: it cannot be reached"))
                .anyMatch(it ->
                        it.endsWith("/stranger gives no cosignature: it does not sign with the key it is known by"))
                .anyMatch(it -> it.contains("/page gives no cosignature: it answers with something else"))
                .anyMatch(it -> it.endsWith("/wrong gives no cosignature: it answers with a wrong signature"));
    }

    @Test
    void what_was_cosigned_can_be_shown_for_any_size() throws FormatException {
        var real = real();
        var other = fake("witness.example.org/other", FakeWitness::honest);
        join(asking(PATIENT, real.witness()));
        var first = size();
        world.register(World.somebody(1));
        world.jobs();
        assertThat(names(served())).containsExactly(origin());
        join(asking(PATIENT, real.witness(), other.witness()));
        var second = size();
        assertThat(first).isLessThan(second);
        assertThat(names(cosignatures.note(World.AUTHORITY, first).orElseThrow()))
                .containsExactly(origin(), real.witness().name());
        assertThat(cosignatures.note(World.AUTHORITY, second)).hasValue(served());
        assertThat(cosignatures.note(World.AUTHORITY, second + 1)).isEmpty();
        var names = Set.of(real.witness().name(), other.witness().name());
        assertThat(cosignatures.firstSeenBy(names, 1, World.AUTHORITY, 1)).hasValue(first);
        assertThat(cosignatures.firstSeenBy(names, 2, World.AUTHORITY, 1)).hasValue(second);
        assertThat(cosignatures.firstSeenBy(names, 1, World.AUTHORITY, first + 1))
                .hasValue(second);
        assertThat(cosignatures.firstSeenBy(names, 1, World.AUTHORITY, second + 1))
                .isEmpty();
        assertThat(cosignatures.firstSeenBy(Set.of(other.witness().name()), 1, World.AUTHORITY, 1))
                .hasValue(second);
        assertThat(cosignatures.firstSeenBy(Set.of("nobody.example/w"), 1, World.AUTHORITY, 1))
                .isEmpty();
    }

    @Test
    void a_witness_that_cosigned_what_we_did_not_write_down_tells_where_it_stands() throws FormatException {
        var real = real();
        var ask = asking(PATIENT, real.witness());
        join(ask);
        world.jdbc().sql("truncate cosignature").update();
        join(ask);
        assertThat(names(served())).contains(real.witness().name());
        world.jdbc().sql("truncate cosignature").update();
        world.register(World.somebody(1));
        world.jobs();
        join(ask);
        assertThat(names(served())).contains(real.witness().name());
    }

    @Test
    void a_journal_that_begins_anew_under_its_old_key_is_not_cosigned(CapturedOutput output) throws FormatException {
        var real = real();
        join(asking(PATIENT, real.witness()));
        World.fresh();
        for (var person = 0; person < 5; person++) {
            world.register(World.somebody(person));
        }
        world.jobs();
        join(asking(PATIENT, real.witness()));
        assertThat(names(served())).containsExactly(origin());
        assertThat(output.getOut()).contains("it says that this journal does not continue what it cosigned");
    }

    @Test
    void a_witness_that_fails_is_left_alone_for_a_while_and_asked_again() {
        var page = fake("witness.example.org/page", (_, _) -> "");
        var ask = asking(PATIENT, page.witness());
        for (var seconds = 0; seconds < 75; seconds++) {
            join(ask);
            now = now.plusSeconds(1);
        }
        // At 0, 5, 15, 35 and 75 seconds, if the last were reached.
        assertThat(page.asked()).hasValue(4);
    }

    @Test
    void a_witness_that_never_ends_its_answer_is_not_waited_for_for_ever() {
        var slow = fake("witness.example.org/slow", (_, _) -> {
            await();
            return "";
        });
        var ask = asking(Duration.ofMillis(200), slow.witness());
        assertThat(ask.ask()).singleElement().satisfies(it -> assertThat(it).succeedsWithin(Duration.ofMinutes(1)));
    }

    /** Signed by the right key, but for another journal. */
    private static String wrong(SignerKey key, AddCheckpoint request) {
        return key.sign(request.checkpoint().text().replaceFirst("\n[0-9]+\n", "\n1\n"), Instant.now())
                        .line()
                + "\n";
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(AskWitnesses ask) {
        ask.ask().forEach(CompletableFuture::join);
    }

    private AskWitnesses asking(Duration patience, Witness... witnesses) {
        var ask = new AskWitnesses(
                List.of(witnesses), world.get(Tree.class), cosignatures, new WitnessClient(patience), () -> now);
        open.add(ask);
        return ask;
    }

    private RealWitness real() {
        var real = RealWitness.start(
                folder.resolve("w"), world.get(JournalKeys.class).verifier(World.AUTHORITY));
        open.add(real);
        return real;
    }

    private FakeWitness fake(String name, BiFunction<SignerKey, AddCheckpoint, String> answer) {
        var fake = FakeWitness.answering(name, answer);
        open.add(fake);
        return fake;
    }

    private String origin() {
        return world.get(JournalKeys.class).verifier(World.AUTHORITY).name();
    }

    private SignedNote served() throws FormatException {
        return cosignatures.newest(World.AUTHORITY).orElseThrow();
    }

    private long size() throws FormatException {
        return Checkpoint.parse(served().text()).size();
    }

    private static List<String> names(SignedNote note) {
        return note.signatures().stream().map(it -> it.name()).toList();
    }
}
