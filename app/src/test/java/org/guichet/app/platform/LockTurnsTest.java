package org.guichet.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LockTurnsTest {
    private final LockTurns turns = new LockTurns();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger served = new AtomicInteger();
    private final List<Thread> people = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        over.countDown();
        for (var each : people) {
            each.join();
        }
    }

    @Test
    void whoever_finds_a_line_too_long_is_told_at_once_and_those_before_are_served() throws InterruptedException {
        wait("famille", Limits.AT_ONE_LOCK_MAX);
        assertThatThrownBy(() -> come("famille")).isInstanceOf(RejectedExecutionException.class);
        assertThat(come("remise")).as("another line").isTrue();
        end();
        assertThat(served).hasValue(Limits.AT_ONE_LOCK_MAX);
        assertThat(come("famille")).as("when it is over").isTrue();
    }

    @Test
    void all_lines_together_leave_turns_for_everybody_else() throws InterruptedException {
        wait("famille", Limits.AT_ONE_LOCK_MAX);
        wait("choix", Limits.AT_LOCKS_MAX - Limits.AT_ONE_LOCK_MAX);
        assertThatThrownBy(() -> come("remise")).isInstanceOf(RejectedExecutionException.class);
        end();
        assertThat(come("remise")).as("when it is over").isTrue();
    }

    private boolean come(String line) {
        return turns.take(line(line), () -> true);
    }

    /** So many come, and none of them is done before it is over. */
    private void wait(String line, int count) {
        for (var person = 0; person < count; person++) {
            people.add(Thread.startVirtualThread(() -> turns.take(line(line), () -> {
                await(over);
                return served.incrementAndGet();
            })));
        }
        var waiting = EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);
        while (!people.stream().allMatch(it -> waiting.contains(it.getState()))) {
            Thread.onSpinWait();
        }
    }

    private static Pool line(String name) {
        return new Pool(new AuthorityId(1), name);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
