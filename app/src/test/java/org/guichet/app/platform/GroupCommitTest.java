package org.guichet.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.guichet.app.platform.GroupCommit.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class GroupCommitTest {
    private static final String LINE = "famille";
    private static final int TOGETHER_MAX = 4;
    private static final int WAITING_MAX = 6;
    private static final Set<Thread.State> WAITING =
            Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

    /** Writes when it is let, remembers who was written together, and chokes on some words. */
    private static final class Book implements GroupCommit.Writer<String, String, String> {
        private final List<List<String>> written = new ArrayList<>();
        private final CountDownLatch isWriting = new CountDownLatch(1);
        private final CountDownLatch mayWrite = new CountDownLatch(1);

        @Override
        public List<String> write(String line, List<String> together) {
            if (line.equals(LINE)) {
                isWriting.countDown();
                await(mayWrite);
            }
            written.add(together);
            if (together.contains("bad")) {
                throw new IllegalArgumentException("bad");
            }
            if (together.contains("outage")) {
                throw new IllegalStateException("outage");
            }
            if (together.contains("death")) {
                throw new StackOverflowError();
            }
            return together.stream().map(it -> it + " is written").toList();
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    private final Book book = new Book();
    private final GroupCommit<String, String, String> group = group(Duration.ZERO);

    @Test
    void whoever_comes_alone_is_written_alone_and_at_once() {
        book.mayWrite.countDown();
        assertThat(group.write(LINE, "one")).isEqualTo("one is written");
        assertThat(group.write(LINE, "two")).isEqualTo("two is written");
        assertThat(book.written).containsExactly(List.of("one"), List.of("two"));
    }

    @Test
    void those_who_come_meanwhile_are_written_together_in_their_order_and_never_too_many() {
        var answers = whileOneWrites("a", "b", "c", "d", "e");
        assertThat(answers)
                .containsExactly("a is written", "b is written", "c is written", "d is written", "e is written");
        assertThat(book.written).containsExactly(List.of("one"), List.of("a", "b", "c", "d"), List.of("e"));
    }

    @Test
    void those_who_come_right_after_others_gather_for_a_moment() {
        book.mayWrite.countDown();
        try (var gathering = group(Duration.ofSeconds(10))) {
            assertThat(gathering.write(LINE, "one")).isEqualTo("one is written");
            var answers = Stream.of("a", "b", "c")
                    .map(it -> {
                        var answer = new CompletableFuture<String>();
                        awaitWaiting(Thread.ofVirtual().start(() -> answer.complete(gathering.write(LINE, it))));
                        return answer;
                    })
                    .toList();
            assertThat(answers.stream().map(CompletableFuture::join))
                    .containsExactly("a is written", "b is written", "c is written");
        }
        assertThat(book.written).containsExactly(List.of("one"), List.of("a", "b", "c"));
    }

    @Test
    void one_bad_row_spoils_nobody_else() {
        var answers = whileOneWrites("a", "bad", "c");
        assertThat(answers).containsExactly("a is written", "IllegalArgumentException", "c is written");
        assertThat(book.written)
                .containsExactly(
                        List.of("one"),
                        List.of("a", "bad", "c"),
                        List.of("a"),
                        List.of("bad", "c"),
                        List.of("bad"),
                        List.of("c"));
    }

    @Test
    void an_outage_is_told_to_all_and_tried_once() {
        assertThat(whileOneWrites("a", "outage", "c")).containsOnly("IllegalStateException");
        assertThat(book.written).containsExactly(List.of("one"), List.of("a", "outage", "c"));
        assertThat(group.write(LINE, "later")).isEqualTo("later is written");
    }

    @Test
    void nobody_is_left_without_an_answer_when_the_one_who_writes_dies() {
        assertThat(whileOneWrites("a", "death", "c")).containsOnly("IllegalStateException");
        assertThat(group.write(LINE, "later")).isEqualTo("later is written");
    }

    @Test
    @Timeout(30)
    void where_the_system_has_no_thread_left_whoever_begins_writes_by_himself() {
        var bounds = new Bounds(1, TOGETHER_MAX, WAITING_MAX, Duration.ZERO);
        try (var without = new GroupCommit<>(book, _ -> false, bounds, _ -> {
            throw new OutOfMemoryError("unable to create native thread");
        })) {
            var first = new CompletableFuture<String>();
            var second = new CompletableFuture<String>();
            Thread.ofVirtual().start(() -> first.complete(without.write(LINE, "one")));
            Book.await(book.isWriting);
            awaitWaiting(Thread.ofVirtual().start(() -> second.complete(without.write(LINE, "two"))));
            book.mayWrite.countDown();
            assertThat(first.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("one is written");
            assertThat(second.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("two is written");
        }
    }

    @Test
    void when_too_many_wait_the_next_is_refused_at_once_and_the_others_are_written() {
        var answers = whileOneWrites("1", "2", "3", "4", "5", "6", "7");
        assertThat(answers.subList(0, WAITING_MAX)).allMatch(it -> it.endsWith("is written"));
        assertThat(answers.getLast()).isEqualTo("RejectedExecutionException");
        assertThat(book.written.stream().flatMap(List::stream)).doesNotContain("7");
        assertThat(group.write(LINE, "7")).isEqualTo("7 is written");
    }

    @Test
    void one_line_does_not_wait_for_another() {
        var first = new CompletableFuture<String>();
        begin(first);
        assertThat(group.write("remise", "other")).isEqualTo("other is written");
        assertThat(first).isNotDone();
        book.mayWrite.countDown();
        assertThat(first.join()).isEqualTo("one is written");
    }

    @Test
    void closing_waits_for_those_who_are_on_their_way_and_whoever_still_comes_is_written_too() {
        var first = new CompletableFuture<String>();
        var second = new CompletableFuture<String>();
        begin(first);
        awaitWaiting(Thread.ofVirtual().start(() -> second.complete(answer("two"))));
        var closing = Thread.ofVirtual().start(group::close);
        awaitWaiting(closing);
        assertThat(List.of(first, second)).noneMatch(CompletableFuture::isDone);
        book.mayWrite.countDown();
        assertThat(first.join()).isEqualTo("one is written");
        assertThat(second.join()).isEqualTo("two is written");
        awaitEnd(closing);
        assertThat(group.write(LINE, "late")).isEqualTo("late is written");
    }

    @Test
    void what_is_refused_was_never_taken() {
        var closed = new GroupCommit<String, String, String>(
                book, _ -> false, new Bounds(1, TOGETHER_MAX, 0, Duration.ZERO));
        assertThatThrownBy(() -> closed.write(LINE, "one")).isInstanceOf(RejectedExecutionException.class);
        assertThat(book.written).isEmpty();
    }

    private GroupCommit<String, String, String> group(Duration apart) {
        return new GroupCommit<>(
                book, IllegalStateException.class::isInstance, new Bounds(1, TOGETHER_MAX, WAITING_MAX, apart));
    }

    /** What each of these is answered who come, one after the other, while somebody else writes. */
    private List<String> whileOneWrites(String... entries) {
        var first = new CompletableFuture<String>();
        begin(first);
        var answers = new ArrayList<CompletableFuture<String>>();
        for (var entry : entries) {
            var answer = new CompletableFuture<String>();
            awaitWaiting(Thread.ofVirtual().start(() -> answer.complete(answer(entry))));
            answers.add(answer);
        }
        book.mayWrite.countDown();
        assertThat(first.join()).isEqualTo("one is written");
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /** Somebody is being written, and nobody else with him. */
    private void begin(CompletableFuture<String> first) {
        Thread.ofVirtual().start(() -> first.complete(answer("one")));
        Book.await(book.isWriting);
    }

    private String answer(String entry) {
        try {
            return group.write(LINE, entry);
        } catch (RuntimeException failure) {
            return failure.getClass().getSimpleName();
        }
    }

    private static void awaitEnd(Thread thread) {
        while (thread.isAlive()) {
            Thread.onSpinWait();
        }
    }

    private static void awaitWaiting(Thread thread) {
        while (!WAITING.contains(thread.getState())) {
            Thread.onSpinWait();
        }
    }
}
