package org.guichet.app.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** One connection to the mail server for some messages: opened for the first, and again where it did not last. */
final class MailCarrier implements Channel.Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(MailCarrier.class);
    private static final int CLOSING = 421;
    private static final int REFUSED_FOR_GOOD = 500;

    private final JavaMailSenderImpl mail;
    private final Words words;
    private Optional<Transport> connection = Optional.empty();

    MailCarrier(JavaMailSenderImpl mail, Words words) {
        this.mail = mail;
        this.words = words;
    }

    /** A message as it goes over the wire. */
    interface Words {
        MimeMessage of(UUID id, Message message) throws MessagingException;
    }

    @Override
    public Channel.Outcome send(UUID id, Message message) {
        try {
            return carry(words.of(id, message));
        } catch (MessagingException failed) {
            return causes(failed).anyMatch(it -> saysRefused(it, message.to()))
                    ? new Channel.Outcome.Refused(why(failed))
                    : new Channel.Outcome.Deferred(why(failed));
        }
    }

    @Override
    public void close() {
        try {
            if (connection.isPresent()) {
                connection.get().close();
            }
        } catch (MessagingException rude) {
            // Whatever it took it said that it has.
            LOG.debug("The mail server did not part as it should", rude);
        }
        connection = Optional.empty();
    }

    private Channel.Outcome carry(MimeMessage mime) throws MessagingException {
        // It is asked, since a server may have hung up meanwhile.
        var kept = connection.filter(Transport::isConnected);
        if (kept.isEmpty()) {
            close();
            try {
                connection = Optional.of(connect());
            } catch (MessagingException away) {
                return new Channel.Outcome.Away(why(away));
            }
        }
        try {
            connection.orElseThrow().sendMessage(mime, mime.getAllRecipients());
            return new Channel.Outcome.Sent();
        } catch (MessagingException failed) {
            if (kept.isEmpty() || !code(failed).equals(Optional.of(CLOSING))) {
                throw failed;
            }
            // It had enough of this connection, and said so instead of taking the message.
            close();
            return carry(mime);
        }
    }

    private Transport connect() throws MessagingException {
        var protocol = Objects.requireNonNullElse(mail.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
        var transport = mail.getSession().getTransport(protocol);
        transport.connect(mail.getHost(), mail.getPort(), given(mail.getUsername()), given(mail.getPassword()));
        return transport;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** What the server answered, as its code alone: its words may name the person. */
    private static String why(MessagingException failed) {
        return failed.getClass().getSimpleName()
                + code(failed).map(it -> ", " + it).orElse("");
    }

    private static Optional<Integer> code(MessagingException failed) {
        return causes(failed)
                .flatMap(it -> switch (it) {
                    case SMTPAddressFailedException address -> Stream.of(address.getReturnCode());
                    case SMTPSenderFailedException sender -> Stream.of(sender.getReturnCode());
                    case SMTPSendFailedException text -> Stream.of(text.getReturnCode());
                    default -> Stream.<Integer>empty();
                })
                .filter(code -> code > 0)
                .findFirst();
    }

    /** All that led to a failure, the nearest first. */
    private static Stream<Throwable> causes(MessagingException failed) {
        return Stream.iterate((Throwable) failed, Objects::nonNull, Throwable::getCause);
    }

    // Only what is said of the address itself, and for good (RFC 5321, 4.2.1): a letter box that is full, a server that
    // is busy or wants to see us twice, a sender or a text that it does not like, all leave the person without a word.
    private static boolean saysRefused(Throwable cause, String address) {
        return (cause instanceof SMTPAddressFailedException said && said.getReturnCode() >= REFUSED_FOR_GOOD)
                || (cause instanceof AddressException none && address.equals(none.getRef()));
    }
}
