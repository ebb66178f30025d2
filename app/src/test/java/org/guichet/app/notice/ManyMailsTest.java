package org.guichet.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.page.Language;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thousands of messages at once: which go first, and over which connections. */
final class ManyMailsTest {
    private static final AuthorityId OTHER = new AuthorityId(99);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FakeSmtp server = new FakeSmtp();

    private World world;
    private Outbox outbox;

    @BeforeEach
    void begin() {
        world = World.fresh();
        outbox = world.get(Outbox.class);
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void what_must_be_read_in_time_goes_before_what_has_waited_longer() {
        write(World.AUTHORITY, "drawn", 100, World.START);
        write(World.AUTHORITY, "offer", 2, World.START.plusSeconds(10));
        world.clock().set(World.START.plusSeconds(20));
        assertThat(take(3)).containsExactly("offer", "offer", "drawn");
        assertThat(take(2)).as("an offer that was tried waits for its turn").containsExactly("drawn", "drawn");
    }

    @Test
    void every_kind_that_must_be_read_in_time_has_its_words() {
        var words = new Properties();
        try (var file = getClass().getResourceAsStream("/messages/notice_" + Language.FR.code() + ".properties")) {
            words.load(file);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        assertThat(Kinds.URGENT).allSatisfy(it -> assertThat(words).containsKey("notice." + it + ".subject"));
    }

    @Test
    void an_authority_with_thousands_of_messages_keeps_no_other_waiting() {
        write(World.AUTHORITY, "drawn", 200, World.START);
        write(OTHER, "drawn", 1, World.START);
        var other = new CountDownLatch(1);
        Channel channel = () -> (_, message) -> {
            if (message.subject().equals("99")) {
                other.countDown();
            } else {
                await(other);
            }
            return new Channel.Outcome.Sent();
        };
        send(channel, World.AUTHORITY, OTHER);
        assertThat(waiting()).isZero();
    }

    @Test
    void what_a_mail_server_looks_at_for_minutes_is_not_sent_a_second_time_meanwhile() {
        write(World.AUTHORITY, "drawn", 100, World.START);
        var later = new CountDownLatch(1);
        var others = new CountDownLatch(80);
        var sent = new CopyOnWriteArrayList<UUID>();
        Channel channel = () -> (id, message) -> {
            sent.add(id);
            if (message.to().equals("0@example.org")) {
                world.clock().set(World.START.plus(Duration.ofMinutes(5)));
                later.countDown();
                await(others);
            } else {
                await(later);
                others.countDown();
            }
            return new Channel.Outcome.Sent();
        };
        send(channel, World.AUTHORITY);
        assertThat(sent).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void a_batch_goes_over_one_connection() {
        write(World.AUTHORITY, "drawn", 40, World.START);
        send();
        assertThat(server.heard(".")).isEqualTo(40);
        assertThat(server.heard("EHLO")).isEqualTo(2);
    }

    @Test
    void a_connection_that_does_not_last_is_opened_again_and_puts_nothing_off() {
        write(World.AUTHORITY, "drawn", 10, World.START);
        server.cutAt("NOOP");
        send();
        assertThat(server.heard(".")).isEqualTo(10);
        assertThat(waiting()).isZero();
    }

    @Test
    void a_server_that_takes_few_messages_over_one_connection_gets_the_others_over_another() {
        write(World.AUTHORITY, "drawn", 10, World.START);
        server.takeAtMost(4);
        send();
        assertThat(server.heard(".")).isEqualTo(10);
        assertThat(server.heard("EHLO")).isEqualTo(3);
        assertThat(waiting()).isZero();
    }

    @Test
    void a_connection_that_breaks_in_a_message_puts_off_that_message_alone() {
        write(World.AUTHORITY, "drawn", 10, World.START);
        server.cutAt("RCPT TO:<3@");
        send();
        assertThat(server.heard(".")).isEqualTo(9);
        assertThat(waiting()).isEqualTo(1);
    }

    private void send() {
        send(MailChannelTest.channel(server.port()), World.AUTHORITY);
    }

    private void send(Channel channel, AuthorityId... authorities) {
        new SendNotices(world.get(Transactions.class), outbox, channel, () -> World.START)
                .send(List.of(authorities), () -> true);
    }

    private List<String> take(int most) {
        return world.get(Transactions.class).of(now -> outbox.take(World.AUTHORITY, now, most, List.of())).stream()
                .map(Outbox.Entry::kind)
                .toList();
    }

    private void write(AuthorityId authority, String kind, int count, Instant at) {
        var subject = String.valueOf(authority.value());
        outbox.add(
                authority,
                IntStream.range(0, count)
                        .mapToObj(
                                it -> new Message(Way.EMAIL, it + "@example.org", "fr", subject, "x", Optional.empty()))
                        .map(it -> outbox.letter(authority, UUID.randomUUID(), kind, it, at))
                        .toList());
    }

    private int waiting() {
        return world.jdbc()
                .sql("select count(*) from notice where done_at is null")
                .query(Integer.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
