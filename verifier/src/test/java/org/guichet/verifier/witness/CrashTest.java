package org.guichet.verifier.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A log that forks at every leaf asks for both histories at once, while the witness is killed again and again. */
@Timeout(900)
final class CrashTest {
    private static final int KILLS = 6;
    private static final int KILLED = 0;
    private static final int COSIGNED = 200;
    private static final int STANDS_ELSEWHERE = 409;
    private static final int CONTRADICTED = 422;

    @TempDir
    private Path folder;

    private final long seed = ThreadLocalRandom.current().nextLong();
    private final Map<Integer, Hash> roots = new ConcurrentHashMap<>();
    // The worst instant: what it said is out, and whatever it has not written down by now is lost.
    private volatile boolean killedAtAnswer;
    private GrowingLog log = GrowingLog.of("guichet.example/journal/1", 0);

    @Test
    void whenever_it_is_killed_it_never_signs_two_histories() {
        var random = new Random(seed);
        var lost = 0;
        for (var kill = 0; kill < KILLS; kill++) {
            killedAtAnswer = false;
            try (var witness = Program.start(folder.resolve("w1"), log)) {
                // Warm, so that it is killed while it signs and writes, and not while it starts.
                for (var step = 0; step < 10; step++) {
                    fork(witness);
                }
                if (kill % 3 == 0) {
                    CompletableFuture.delayedExecutor(random.nextInt(50_000), TimeUnit.MICROSECONDS)
                            .execute(() -> witness.process().destroyForcibly());
                } else {
                    killedAtAnswer = true;
                }
                while (witness.process().isAlive()) {
                    var stood = log.leaves().size();
                    fork(witness);
                    if (log.leaves().size() == stood) {
                        lost++;
                    }
                }
            }
        }
        System.out.printf("%d sizes cosigned, %d steps cut short, seed %d%n", roots.size(), lost, seed);
        assertThat(roots).hasSizeGreaterThan(9 * KILLS);
    }

    private void fork(Program witness) {
        var left = log.grown("left", 1);
        var right = log.grown("right", 1);
        var old = log.leaves().size();
        var leftAsked = CompletableFuture.supplyAsync(() -> ask(witness, left, old));
        var answers = List.of(ask(witness, right, old), leftAsked.join());
        // Who was not told may have been cosigned all the same, before this kill or an earlier one.
        if (!answers.contains(KILLED)) {
            log = stands(witness, left) ? left : stands(witness, right) ? right : log;
        }
    }

    private boolean stands(Program witness, GrowingLog history) {
        return ask(witness, history, history.leaves().size()) == COSIGNED;
    }

    /** The status of the answer; whatever it cosigns must be the history it cosigned before. */
    private int ask(Program witness, GrowingLog history, int old) {
        var before = roots.keySet().stream().mapToInt(size -> size).max().orElse(0);
        try {
            var request = history.after(old);
            var answer = witness.add(request.format());
            if (killedAtAnswer && answer.statusCode() == COSIGNED) {
                witness.kill();
            }
            if (witness.cosigned(answer, request.checkpoint())) {
                var root = history.checkpoint().root();
                var first = roots.putIfAbsent(history.leaves().size(), root);
                assertThat(first == null ? root : first)
                        .as("size %d, seed %d", history.leaves().size(), seed)
                        .isEqualTo(root);
            }
            assertThat(answer.statusCode()).isIn(COSIGNED, STANDS_ELSEWHERE, CONTRADICTED);
            if (answer.statusCode() == STANDS_ELSEWHERE) {
                assertThat(Integer.parseInt(answer.body().strip()))
                        .as("never goes back, seed %d", seed)
                        .isGreaterThanOrEqualTo(before);
            }
            return answer.statusCode();
        } catch (IOException killed) {
            return KILLED;
        } catch (InterruptedException | FormatException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
