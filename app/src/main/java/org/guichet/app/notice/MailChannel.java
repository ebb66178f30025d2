package org.guichet.app.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.guichet.app.platform.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Mail through any SMTP server. */
@Component
@ConditionalOnProperty(name = "guichet.demo", havingValue = "false", matchIfMissing = true)
final class MailChannel implements Channel {
    private static final int REFUSED_FOR_GOOD = 500;

    private final JavaMailSender mail;
    private final Settings settings;

    MailChannel(JavaMailSender mail, Settings settings) {
        this.mail = mail;
        this.settings = settings;
    }

    @Override
    public Outcome send(Message message) {
        try {
            mail.send(mime(message));
            return new Outcome.Sent();
        } catch (MailException | MessagingException failed) {
            if (hasLeft(failed)) {
                return new Outcome.Sent();
            }
            var why = failed.getClass().getSimpleName();
            if (isOfTheServer(failed)) {
                return new Outcome.Away(why);
            }
            return isOfTheAddress(failed, message.to()) ? new Outcome.Refused(why) : new Outcome.Deferred(why);
        }
    }

    private MimeMessage mime(Message message) throws MessagingException {
        var mime = mail.createMimeMessage();
        var helper = new MimeMessageHelper(mime, message.attachment().isPresent(), "UTF-8");
        helper.setFrom(settings.sender());
        helper.setTo(message.to());
        helper.setSubject(message.subject());
        helper.setText(message.body());
        mime.setHeader("Content-Language", message.language());
        mime.setHeader("Auto-Submitted", "auto-generated");
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
        return failed instanceof MailSendException sending
                ? Stream.of(sending.getMessageExceptions()).anyMatch(it -> saysRefused(it, address))
                : saysRefused(failed, address);
    }

    // Only what is said of the address itself, and for good (RFC 5321, 4.2.1): a letter box that is full, a server that
    // is busy or wants to see us twice, a sender or a text that it does not like, all leave the person without a word.
    private static boolean saysRefused(Exception failed, String address) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if ((cause instanceof SMTPAddressFailedException said && said.getReturnCode() >= REFUSED_FOR_GOOD)
                    || (cause instanceof AddressException none && address.equals(none.getRef()))) {
                return true;
            }
        }
        return false;
    }
}
