package org.guichet.bench.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.guichet.bench.measure.Rounds;
import org.guichet.bench.service.HttpLine;
import org.guichet.bench.service.RunningService;
import org.guichet.bench.service.SealedForms;

/**
 * People who ask one after the other, each a person whom nobody else is. Who gets no answer, or another than a receipt,
 * sends the same form again after a moment, to another node, until it is acknowledged; each time the moment is longer.
 */
final class Crowd implements AutoCloseable {
    private static final int SEE_OTHER = 303;
    private static final int PAUSE_NANOS = 20_000_000;
    private static final int PAUSE_NANOS_MAX = 1_000_000_000;
    private static final int PATIENCE_SECONDS = 300;

    /** A form that was acknowledged, and between which moments it was on its way. */
    record Asked(UUID submission, boolean asNew, long begun, long acknowledged) {
        boolean wasUnderWayAt(long moment) {
            return begun <= moment && moment < acknowledged;
        }
    }

    private final SealedForms forms;
    private final List<URI> nodes;
    private final long seed;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger givenUp = new AtomicInteger();
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Duration rest = Duration.ZERO;
    private volatile boolean over;

    Crowd(RunningService service, List<URI> nodes, long seed, int clients) {
        this.forms = new SealedForms(service, RunningService.POOL);
        this.nodes = nodes;
        this.seed = seed;
        for (int client = 0; client < clients; client++) {
            threads.execute(this::ask);
        }
    }

    /** Returns when so many more are acknowledged. */
    void await(int more) {
        var enough = asked.size() + more;
        var start = System.nanoTime();
        while (asked.size() < enough) {
            LockSupport.parkNanos(PAUSE_NANOS);
            if (Rounds.secondsSince(start) > PATIENCE_SECONDS) {
                throw new IllegalStateException("Nobody is answered any more");
            }
        }
    }

    /** Does something while everybody who was acknowledged rests for so long. */
    void resting(Duration time, Runnable work) {
        rest = time;
        work.run();
        rest = Duration.ZERO;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** How often there was no answer, or another than a receipt. */
    int failures() {
        return failures.get();
    }

    /** How many were not acknowledged in five minutes. */
    int givenUp() {
        return givenUp.get();
    }

    /** Returns when everybody who has begun is acknowledged, or gave up. */
    @Override
    public void close() {
        over = true;
        threads.close();
    }

    private void ask() {
        Map<URI, HttpLine> lines = new HashMap<>();
        while (!over) {
            var number = made.getAndIncrement();
            var submission = UUID.nameUUIDFromBytes((seed + " crash " + number).getBytes(UTF_8));
            var form = forms.post(
                    submission,
                    SealedForms.alone("K%d%09d".formatted(seed, number), "personne." + number + "@example.org"));
            var begun = System.nanoTime();
            untilAcknowledged(lines, form, number)
                    .ifPresentOrElse(
                            told -> asked.add(
                                    new Asked(submission, !told.contains("deja=1"), begun, System.nanoTime())),
                            givenUp::incrementAndGet);
            LockSupport.parkNanos(rest.toNanos());
        }
        lines.values().forEach(HttpLine::close);
    }

    /** Where the receipt is; empty if there was none for so long that it is of no use to go on. */
    private Optional<String> untilAcknowledged(Map<URI, HttpLine> lines, byte[] form, int number) {
        var start = System.nanoTime();
        long pause = PAUSE_NANOS;
        for (int tries = number; Rounds.secondsSince(start) < PATIENCE_SECONDS; tries++) {
            var node = nodes.get(tries % nodes.size());
            try {
                var answer = lines.computeIfAbsent(node, HttpLine::new).send(form);
                if (answer.status() == SEE_OTHER && answer.location().contains("/recu?")) {
                    return Optional.of(answer.location());
                }
            } catch (UncheckedIOException noAnswer) {
                Objects.requireNonNull(lines.remove(node)).close();
            }
            failures.incrementAndGet();
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, PAUSE_NANOS_MAX);
        }
        return Optional.empty();
    }
}
