package org.guichet.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.guichet.app.Faults;
import org.guichet.app.World;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The outbox, where the mail server or the database is away at the worst moment. */
final class MailAwayTest {
    private final GreenMail server = new GreenMail(MailChannelTest.setup(freePort()));

    private World world;
    private SendNotices send;
    private Instant wall = World.START;

    @BeforeEach
    void begin() {
        world = World.fresh();
        server.start();
        var channel = MailChannelTest.channel(server.getSmtp().getPort());
        send = new SendNotices(world.get(Transactions.class), world.get(Outbox.class), channel, () -> wall);
    }

    @AfterEach
    void end() {
        world.get(Faults.class).disarm();
        server.stop();
    }

    @Test
    void while_the_mail_server_is_away_messages_wait_for_it_and_then_go_at_once_and_once() {
        for (int i = 0; i < 30; i++) {
            world.register(World.somebody(i));
        }
        server.stop();
        for (int minute = 0; minute < 60; minute++) {
            send();
            pass(Duration.ofMinutes(1));
        }
        assertThat(triesSoFar())
                .as("an hour without a server is no fault of a message")
                .isZero();
        server.start();
        send();
        assertThat(server.getReceivedMessages()).hasSize(30);
        send();
        assertThat(server.getReceivedMessages()).hasSize(30);
    }

    @Test
    void a_mail_server_that_is_away_is_left_alone_longer_each_time() {
        world.register(World.AMINATA);
        server.stop();
        send();
        send();
        server.start();
        send();
        assertThat(server.getReceivedMessages()).as("left alone for a second").isEmpty();
        pass(Duration.ofSeconds(1));
        server.stop();
        send();
        server.start();
        pass(Duration.ofSeconds(1));
        send();
        assertThat(server.getReceivedMessages()).as("and then for two").isEmpty();
        pass(Duration.ofSeconds(1));
        send();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_message_whose_sending_cannot_be_written_down_is_not_sent_again_and_again() {
        world.register(World.AMINATA);
        // Taken, durable, sent; then the disk is full.
        world.get(Faults.class).arm(5, "53100");
        try {
            send();
        } catch (RuntimeException full) {
            assertThat(full).rootCause().hasMessageContaining("The database is lost");
        }
        assertThat(world.get(Faults.class).disarm()).isTrue();
        for (int second = 0; second < 10; second++) {
            send();
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
        world.clock().set(World.START.plus(Duration.ofMinutes(1)));
        send();
        send();
        assertThat(server.getReceivedMessages()).as("at least once").hasSize(2);
    }

    @Test
    void nothing_is_sent_that_cannot_be_written_down_before() {
        world.register(World.AMINATA);
        for (int step = 1; step <= 4; step++) {
            world.get(Faults.class).arm(step, "53100");
            try {
                send();
            } catch (RuntimeException full) {
                assertThat(full).rootCause().hasMessageContaining("The database is lost");
            }
            assertThat(world.get(Faults.class).disarm()).isTrue();
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_service_that_stops_sends_no_more_and_the_next_one_goes_on_at_once() {
        for (int i = 0; i < 30; i++) {
            world.register(World.somebody(i));
        }
        send.send(List.of(World.AUTHORITY), () -> server.getReceivedMessages().length < 3);
        assertThat(server.getReceivedMessages()).hasSizeBetween(3, 3 + Limits.MAIL_CONNECTIONS_MAX);
        assertThat(triesSoFar()).isEqualTo(server.getReceivedMessages().length);
        send();
        assertThat(server.getReceivedMessages()).hasSize(30);
    }

    @Test
    void what_may_have_left_is_not_taken_back_without_a_word() {
        var request = world.register(World.AMINATA);
        var outbox = world.get(Outbox.class);
        world.get(Transactions.class).of(now -> outbox.take(World.AUTHORITY, now, 1, List.of()));
        assertThat(outbox.takeBack(World.AUTHORITY, request.id().value(), "registered", request.registeredAt()))
                .isFalse();
        assertThat(outbox.ofRequest(World.AUTHORITY, request.id().value())).isEmpty();
    }

    private void send() {
        send.send(List.of(World.AUTHORITY), () -> true);
    }

    private void pass(Duration time) {
        wall = wall.plus(time);
    }

    private int triesSoFar() {
        return world.jdbc()
                .sql("select sum(tries) from notice")
                .query(Integer.class)
                .single();
    }

    // It comes back where it was.
    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
