package org.guichet.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** One turn, and a system that has threads or none. */
final class TurnsTest {
    private final List<Runnable> begun = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Turns turns = new Turns(1, this::thread);
    private boolean hasThreads = true;

    @Test
    void a_request_that_no_thread_can_be_had_for_is_refused_and_keeps_no_turn() {
        hasThreads = false;
        assertThatThrownBy(() -> turns.execute(() -> done.add("one"))).isInstanceOf(RejectedExecutionException.class);
        hasThreads = true;
        turns.execute(() -> done.add("two"));
        end(0);
        assertThat(done).containsExactly("two");
    }

    @Test
    void one_that_waited_keeps_its_place_until_a_thread_can_be_had() {
        turns.execute(() -> done.add("one"));
        turns.execute(() -> done.add("two"));
        turns.execute(() -> done.add("three"));
        hasThreads = false;
        end(0);
        hasThreads = true;
        turns.execute(() -> done.add("four"));
        end(1);
        end(2);
        end(3);
        assertThat(done).containsExactly("one", "four", "two", "three");
    }

    private void end(int number) {
        begun.get(number).run();
    }

    /** It begins when the test says so. */
    private Thread thread(Runnable work) {
        if (!hasThreads) {
            throw new OutOfMemoryError("unable to create native thread");
        }
        return new Thread(work) {
            @Override
            public void start() {
                begun.add(work);
            }
        };
    }
}
