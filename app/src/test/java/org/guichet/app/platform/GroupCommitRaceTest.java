package org.guichet.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.guichet.app.platform.GroupCommit.Bounds;
import org.junit.jupiter.api.Test;

/** Many who come at the same moment, and how many of them write. */
final class GroupCommitRaceTest {
    private static final String LINE = "famille";
    private static final int TOGETHER_MAX = 4;

    @Test
    void as_many_write_at_once_as_may_and_not_one_more() throws InterruptedException {
        var writing = new AtomicInteger();
        var most = new AtomicInteger();
        var meet = new CountDownLatch(2);
        var twice = new GroupCommit<String, Integer, Integer>(
                (_, together) -> {
                    most.accumulateAndGet(writing.incrementAndGet(), Math::max);
                    meet.countDown();
                    await(meet);
                    writing.decrementAndGet();
                    return together;
                },
                _ -> false,
                new Bounds(2, TOGETHER_MAX, 1_000, Duration.ZERO));
        var threads = IntStream.range(0, 100)
                .mapToObj(i -> Thread.ofVirtual().start(() -> twice.write(LINE, i)))
                .toList();
        for (var each : threads) {
            each.join();
        }
        assertThat(most.get()).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void everybody_gets_the_own_answer_and_two_never_write_at_the_same_time() throws InterruptedException {
        var writing = new AtomicInteger();
        var wrong = new ConcurrentLinkedQueue<String>();
        var seen = new HashSet<Integer>();
        var hammered = new GroupCommit<String, Integer, Integer>(
                (_, together) -> {
                    if (writing.incrementAndGet() > 1 || !together.stream().allMatch(seen::add)) {
                        wrong.add("two at the same time, or one twice");
                    }
                    Thread.onSpinWait();
                    writing.decrementAndGet();
                    return together.stream().map(it -> -it).toList();
                },
                _ -> false,
                new Bounds(1, TOGETHER_MAX, 1_000, Duration.ZERO));
        var threads = IntStream.range(0, 50)
                .mapToObj(thread -> Thread.ofVirtual().start(() -> {
                    for (int i = 1; i <= 100; i++) {
                        var entry = thread * 100 + i;
                        if (hammered.write(LINE, entry) != -entry) {
                            wrong.add("the answer of somebody else");
                        }
                    }
                }))
                .toList();
        for (var each : threads) {
            each.join();
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).hasSize(5_000);
    }
}
