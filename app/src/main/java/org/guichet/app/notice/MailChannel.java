package org.guichet.app.notice;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
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
    private final JavaMailSender mail;
    private final Settings settings;

    MailChannel(JavaMailSender mail, Settings settings) {
        this.mail = mail;
        this.settings = settings;
    }

    @Override
    public Outcome send(Message message) {
        try {
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
            mail.send(mime);
            return new Outcome.Sent();
        } catch (MailException | MessagingException failed) {
            var why = failed.getClass().getSimpleName();
            return isOfTheServer(failed) ? new Outcome.Away(why) : new Outcome.Failed(why);
        }
    }

    // Not reached, or it lets nobody in: that is no fault of the message.
    private static boolean isOfTheServer(Exception failed) {
        return failed instanceof MailAuthenticationException
                || (failed instanceof MailSendException sending && sending.getCause() != null);
    }
}
