package org.guichet.app.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.guichet.app.platform.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Mail through any SMTP server. */
@Component
@ConditionalOnProperty(name = "guichet.demo", havingValue = "false", matchIfMissing = true)
final class MailChannel implements Channel {
    private static final int REFUSED_FOR_GOOD = 500;

    private final JavaMailSender mail;
    private final Settings settings;

    MailChannel(JavaMailSenderImpl mail, Settings settings) {
        encrypt(mail.getJavaMailProperties(), Objects.requireNonNullElse(mail.getHost(), ""));
        this.mail = mail;
        this.settings = settings;
    }

    /**
     * Links that act travel in no clear, and to no server but the one that is meant: without TLS nothing is sent,
     * unless it stays on this machine or the configuration says otherwise.
     */
    static void encrypt(Properties properties, String host) {
        if (!isThisMachine(host)) {
            properties.putIfAbsent("mail.smtp.starttls.enable", "true");
            properties.putIfAbsent("mail.smtp.starttls.required", "true");
            properties.putIfAbsent("mail.smtp.ssl.checkserveridentity", "true");
            properties.putIfAbsent("mail.smtps.ssl.checkserveridentity", "true");
        }
    }

    private static boolean isThisMachine(String host) {
        try {
            return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    @Override
    public Outcome send(UUID id, Message message) {
        try {
            mail.send(mime(id, message));
            return new Outcome.Sent();
        } catch (MailException | MessagingException failed) {
            if (hasLeft(failed)) {
                return new Outcome.Sent();
            }
            var why = failed.getClass().getSimpleName() + said(failed);
            if (isOfTheServer(failed)) {
                return new Outcome.Away(why);
            }
            return isOfTheAddress(failed, message.to()) ? new Outcome.Refused(why) : new Outcome.Deferred(why);
        }
    }

    private MimeMessage mime(UUID id, Message message) throws MessagingException {
        var mime = mail.createMimeMessage();
        var helper = new MimeMessageHelper(mime, message.attachment().isPresent(), "UTF-8");
        helper.setFrom(settings.sender());
        helper.setTo(message.to());
        helper.setSubject(message.subject());
        helper.setText(message.body());
        mime.setHeader("Content-Language", message.language());
        mime.setHeader("Auto-Submitted", "auto-generated");
        // Whatever is sent twice is the same message.
        mime.setHeader("Message-ID", "<" + id + "@" + settings.publicAddress().getHost() + ">");
        if (message.attachment().isPresent()) {
            var file = message.attachment().get();
            var bytes = new ByteArrayResource(file.text().getBytes(StandardCharsets.UTF_8));
            helper.addAttachment(file.name(), bytes, file.type());
        }
        return mime;
    }

    // The server has taken it, and then did not part as it should: sent again, it would arrive twice.
    private static boolean hasLeft(Exception failed) {
        return failed instanceof MailSendException parting
                && parting.getCause() != null
                && parting.getFailedMessages().isEmpty();
    }

    // Not reached, or it lets nobody in: that is no fault of the message.
    private static boolean isOfTheServer(Exception failed) {
        return failed instanceof MailAuthenticationException
                || (failed instanceof MailSendException sending && sending.getCause() != null);
    }

    private static boolean isOfTheAddress(Exception failed, String address) {
        return causes(failed).anyMatch(it -> saysRefused(it, address));
    }

    /** All that led to a failure, the nearest first. */
    private static Stream<Throwable> causes(Exception failed) {
        var each = failed instanceof MailSendException sending && sending.getMessageExceptions().length > 0
                ? Stream.<Throwable>of(sending.getMessageExceptions())
                : Stream.<Throwable>of(failed);
        return each.flatMap(it -> Stream.iterate(it, Objects::nonNull, Throwable::getCause));
    }

    /** What the server answered, as its code alone: its words may name the person. */
    private static String said(Exception failed) {
        return causes(failed)
                .flatMap(it -> switch (it) {
                    case SMTPAddressFailedException address -> Stream.of(address.getReturnCode());
                    case SMTPSenderFailedException sender -> Stream.of(sender.getReturnCode());
                    case SMTPSendFailedException text -> Stream.of(text.getReturnCode());
                    default -> Stream.<Integer>empty();
                })
                .filter(code -> code > 0)
                .findFirst()
                .map(code -> ", " + code)
                .orElse("");
    }

    // Only what is said of the address itself, and for good (RFC 5321, 4.2.1): a letter box that is full, a server that
    // is busy or wants to see us twice, a sender or a text that it does not like, all leave the person without a word.
    private static boolean saysRefused(Throwable cause, String address) {
        return (cause instanceof SMTPAddressFailedException said && said.getReturnCode() >= REFUSED_FOR_GOOD)
                || (cause instanceof AddressException none && address.equals(none.getRef()));
    }
}
