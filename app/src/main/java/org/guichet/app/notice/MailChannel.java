package org.guichet.app.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.guichet.app.platform.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Mail through any SMTP server. */
@Component
@ConditionalOnProperty(name = "guichet.demo", havingValue = "false", matchIfMissing = true)
final class MailChannel implements Channel {
    private final JavaMailSenderImpl mail;
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
    public Carrier carrier() {
        return new MailCarrier(mail, this::mime);
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
        if (message.attachment().isPresent()) {
            var file = message.attachment().get();
            var bytes = new ByteArrayResource(file.text().getBytes(StandardCharsets.UTF_8));
            helper.addAttachment(file.name(), bytes, file.type());
        }
        mime.saveChanges();
        // After it is saved, which names it anew: whatever is sent twice is the same message.
        mime.setHeader("Message-ID", "<" + id + "@" + settings.publicAddress().getHost() + ">");
        return mime;
    }
}
