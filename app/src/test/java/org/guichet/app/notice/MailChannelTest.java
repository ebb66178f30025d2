package org.guichet.app.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import org.guichet.app.World;
import org.guichet.app.platform.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail over SMTP to a real server. */
final class MailChannelTest {
    private static final String INVITATION = """
            BEGIN:VCALENDAR\r
            PRODID:-//Guichet//Guichet//FR\r
            VERSION:2.0\r
            METHOD:PUBLISH\r
            BEGIN:VEVENT\r
            UID:1@localhost\r
            DTSTAMP:20210412T140000Z\r
            DTSTART:20210422T120000Z\r
            END:VEVENT\r
            END:VCALENDAR\r
            """;

    static final UUID ID = UUID.fromString("0190a0a0-0000-7000-8000-000000000001");

    private static final Settings SETTINGS = new Settings(
            Path.of("."),
            URI.create("http://localhost"),
            List.of(),
            List.of(),
            List.of(),
            0,
            "guichet@example.org",
            false,
            0,
            null,
            List.of(),
            Duration.ZERO,
            false);

    private static final Duration START_MAX = Duration.ofMinutes(1);

    private final GreenMail server = new GreenMail(setup(0));

    @BeforeEach
    void begin() {
        server.start();
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @Test
    void a_message_arrives_with_its_accents_its_language_and_its_sender() throws MessagingException, IOException {
        var sent = send(
                server.getSmtp().getPort(),
                message("Demande 6547 : enregistrée", "تم تسجيل طلبك", "ar", Optional.empty()));
        assertThat(sent).isEqualTo(new Channel.Outcome.Sent());
        var received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Demande 6547 : enregistrée");
        assertThat(String.valueOf(received.getContent())).contains("تم تسجيل طلبك");
        assertThat(received.getHeader("Content-Language")).containsExactly("ar");
        assertThat(received.getFrom()[0]).hasToString("guichet@example.org");
    }

    @Test
    void a_calendar_file_arrives_so_that_a_calendar_reads_it() throws MessagingException, IOException, ParserException {
        var file = new Message.Attachment("rendez-vous.ics", "text/calendar; charset=UTF-8", INVITATION);
        send(server.getSmtp().getPort(), message("Rendez-vous", "Oui", "fr", Optional.of(file)));
        var parts = (MimeMultipart) server.getReceivedMessages()[0].getContent();
        var attached = parts.getBodyPart(1);
        assertThat(attached.getContentType()).startsWith("text/calendar");
        var calendar = new CalendarBuilder().build(attached.getInputStream());
        assertThat(calendar.getComponents()).hasSize(1);
    }

    @Test
    void a_server_that_is_away_is_told_from_a_message_that_cannot_be_sent() {
        var port = server.getSmtp().getPort();
        server.stop();
        assertThat(send(port, message("x", "x", "fr", Optional.empty()))).isInstanceOf(Channel.Outcome.Away.class);
        server.start();
    }

    @Test
    void what_a_server_has_taken_is_sent_however_it_parts() {
        try (var rude = new FakeSmtp()) {
            rude.cutAt("QUIT");
            assertThat(send(rude.port(), message("x", "x", "fr", Optional.empty())))
                    .isEqualTo(new Channel.Outcome.Sent());
            assertThat(rude.heard(".")).isEqualTo(1);
            rude.cutAt(".");
            assertThat(send(rude.port(), message("x", "x", "fr", Optional.empty())))
                    .as("cut before it said that it has it")
                    .isNotInstanceOf(Channel.Outcome.Sent.class);
        }
    }

    @Test
    void a_message_that_is_sent_again_is_the_same_message() throws MessagingException {
        for (int i = 0; i < 2; i++) {
            send(server.getSmtp().getPort(), message("x", "x", "fr", Optional.empty()));
        }
        for (var received : server.getReceivedMessages()) {
            assertThat(received.getHeader("Message-ID")).containsExactly("<" + ID + "@localhost>");
        }
    }

    @Test
    void nothing_travels_in_clear_to_another_machine() {
        try (var inClear = new FakeSmtp()) {
            var sender = sender(inClear.port());
            MailChannel.encrypt(sender.getJavaMailProperties(), "smtp.example.org");
            assertThat(send(new MailChannel(sender, SETTINGS), message("x", "x", "fr", Optional.empty())))
                    .isInstanceOf(Channel.Outcome.Away.class);
            assertThat(inClear.heard("EHLO")).isEqualTo(1);
            assertThat(inClear.heard("MAIL")).isZero();
            assertThat(inClear.heard("DATA")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, false",
        "127.0.0.1, false",
        "::1, false",
        "10.0.0.7, true",
        "smtp.example.org, true",
        "localhost.example.org, true",
        "'', true"
    })
    void tls_is_asked_for_unless_the_server_is_this_machine(String host, boolean asked) {
        var properties = new Properties();
        MailChannel.encrypt(properties, host);
        assertThat(properties.containsKey("mail.smtp.starttls.required")).isEqualTo(asked);
        assertThat(properties.containsKey("mail.smtp.ssl.checkserveridentity")).isEqualTo(asked);
    }

    @Test
    void what_the_configuration_says_of_tls_holds() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.starttls.required", "false");
        MailChannel.encrypt(properties, "10.0.0.7");
        assertThat(properties).containsEntry("mail.smtp.starttls.required", "false");
    }

    @Test
    void a_server_may_think_for_minutes_and_one_that_is_away_is_known_at_once() {
        var set = World.fresh().get(JavaMailSenderImpl.class).getJavaMailProperties();
        for (var protocol : List.of("mail.smtp", "mail.smtps")) {
            assertThat(set)
                    .containsEntry(protocol + ".connectiontimeout", "5000")
                    .containsEntry(protocol + ".timeout", "600000")
                    .containsEntry(protocol + ".quitwait", "false");
        }
    }

    @Test
    void what_is_no_address_is_refused() {
        var nobody = new Message(Way.EMAIL, "kein@@platz", "fr", "x", "x", Optional.empty());
        assertThat(send(server.getSmtp().getPort(), nobody)).isInstanceOf(Channel.Outcome.Refused.class);
    }

    static ServerSetup setup(int port) {
        var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(START_MAX.toMillis());
        return setup;
    }

    static Message message(String subject, String body, String language, Optional<Message.Attachment> file) {
        return new Message(Way.EMAIL, "amina@example.org", language, subject, body, file);
    }

    static MailChannel channel(int port) {
        return new MailChannel(sender(port), SETTINGS);
    }

    static Channel.Outcome send(int port, Message message) {
        return send(channel(port), message);
    }

    private static Channel.Outcome send(Channel channel, Message message) {
        try (var carrier = channel.carrier()) {
            return carrier.send(ID, message);
        }
    }

    private static JavaMailSenderImpl sender(int port) {
        var mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(port);
        return mail;
    }
}
