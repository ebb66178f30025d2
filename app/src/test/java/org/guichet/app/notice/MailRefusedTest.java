package org.guichet.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.app.World;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mail server that takes some messages and not others: who was told, and whose fault it is. */
final class MailRefusedTest {
    private final FakeSmtp server = new FakeSmtp();

    private World world;
    private SendNotices send;

    @BeforeEach
    void begin() {
        world = World.fresh();
        var channel = MailChannelTest.channel(server.port());
        send = new SendNotices(world.get(Transactions.class), world.get(Outbox.class), channel, world.clock());
    }

    @AfterEach
    void end() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user, Refused",
        "RCPT, 552 5.2.2 this one is full for good, Refused",
        "RCPT, 571 5.7.1 it takes nothing, Refused",
        "RCPT, 450 4.7.1 greylisted, Deferred",
        "RCPT, 452 4.2.2 the letter box is full, Deferred",
        "RCPT, 421 4.3.2 closing, Deferred",
        "MAIL, 451 4.3.0 not now, Deferred",
        "MAIL, 550 5.7.1 not from this sender, Deferred",
        "DATA-END, 452 4.3.1 the disk is full, Deferred",
        "DATA-END, 554 5.6.0 not this text, Deferred"
    })
    void only_an_address_that_is_none_for_good_is_refused(String command, String answer, String outcome) {
        server.answer(command.replace("DATA-END", "."), answer);
        var sent = MailChannelTest.send(server.port(), MailChannelTest.message("x", "x", "fr", Optional.empty()));
        assertThat(sent.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(sent.toString())
                .as("the log hears the code, and nothing that names anybody")
                .contains(", " + answer.substring(0, 3) + "]")
                .doesNotContain("@", "amina", answer.substring(4));
    }

    @Test
    void a_letter_box_that_is_full_holds_up_nobody_and_its_owner_was_not_told() {
        var full = world.register(World.AMINATA);
        var none = world.register(World.KARIM);
        var fine = world.register(World.LAN);
        server.answer("RCPT TO:<aminata@example.org>", "452 4.2.2 full");
        server.answer("RCPT TO:<karim@example.org>", "550 5.1.1 nobody");
        send.send(List.of(World.AUTHORITY), () -> true);
        assertThat(server.heard("DATA")).isEqualTo(1);
        assertThat(wasTold(full, World.START)).isFalse();
        assertThat(wasTold(none, World.START))
                .as("who gives an address that is none")
                .isTrue();
        assertThat(wasTold(fine, World.START)).isTrue();
    }

    @Test
    void what_was_put_off_is_tried_again_later_each_time_until_it_goes() {
        var request = world.register(World.AMINATA);
        server.answer("RCPT", "450 4.7.1 greylisted");
        send.send(List.of(World.AUTHORITY), () -> true);
        send.send(List.of(World.AUTHORITY), () -> true);
        assertThat(server.heard("RCPT")).as("not at once").isEqualTo(1);
        later(Duration.ofMinutes(1));
        send.send(List.of(World.AUTHORITY), () -> true);
        later(Duration.ofMinutes(2));
        send.send(List.of(World.AUTHORITY), () -> true);
        assertThat(server.heard("RCPT")).as("after one minute, then two").isEqualTo(2);
        server.takeAll();
        later(Duration.ofMinutes(3));
        send.send(List.of(World.AUTHORITY), () -> true);
        assertThat(wasTold(request, World.START.plus(Duration.ofMinutes(2)))).isFalse();
        assertThat(wasTold(request, World.START.plus(Duration.ofMinutes(3)))).isTrue();
    }

    @Test
    void an_address_that_is_refused_for_days_is_left_to_an_agent_and_tried_no_more() {
        var request = world.register(World.AMINATA);
        server.answer("RCPT", "550 5.1.1 nobody");
        for (int hour = 0; hour < 47; hour++) {
            later(Duration.ofHours(hour));
            send.send(List.of(World.AUTHORITY), () -> true);
        }
        var outbox = world.get(Outbox.class);
        assertThat(outbox.byHand(World.AUTHORITY, 10))
                .as("perhaps the mail server was wrong")
                .isEmpty();
        for (int hour = 47; hour < 24 * 14; hour++) {
            later(Duration.ofHours(hour));
            send.send(List.of(World.AUTHORITY), () -> true);
        }
        assertThat(server.heard("RCPT")).isLessThan(15);
        assertThat(outbox.byHand(World.AUTHORITY, 10))
                .singleElement()
                .satisfies(it -> assertThat(it.message().to()).isEqualTo("aminata@example.org"));
        assertThat(wasTold(request, World.START)).isTrue();
    }

    @Test
    void a_letter_box_that_is_full_for_days_is_tried_on() {
        world.register(World.AMINATA);
        server.answer("RCPT", "452 4.2.2 full");
        for (int day = 0; day < 14; day++) {
            later(Duration.ofDays(day));
            send.send(List.of(World.AUTHORITY), () -> true);
        }
        assertThat(server.heard("RCPT")).isEqualTo(14);
        assertThat(world.get(Outbox.class).byHand(World.AUTHORITY, 10)).isEmpty();
    }

    @Test
    void a_node_that_died_before_it_sent_a_message_has_told_nobody() {
        var request = world.register(World.AMINATA);
        world.get(Transactions.class).of(now -> world.get(Outbox.class).take(World.AUTHORITY, now, 1, List.of()));
        assertThat(wasTold(request, World.START)).isFalse();
    }

    private void later(Duration since) {
        world.clock().set(World.START.plus(since));
    }

    private boolean wasTold(Request request, Instant until) {
        return world.get(Outbox.class)
                .hasLeft(World.AUTHORITY, request.id().value(), "registered", request.registeredAt(), until);
    }
}
