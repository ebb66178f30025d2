package org.guichet.app.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The validator of what is sent: equal for what reads the same, another one for anything else. Weak, since the same
 * page also travels compressed.
 */
public final class Tags {
    private static final int BYTES = 16;

    private Tags() {}

    public static String of(String text) {
        return of(text.getBytes(UTF_8));
    }

    public static String of(byte[] bytes) {
        var hash = Arrays.copyOf(sha256().digest(bytes), BYTES);
        return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
    }

    /** Whether a browser that names these tags has what this one stands for. */
    public static boolean isAmong(String tag, String seen) {
        return !seen.isEmpty() && seen.contains(tag.substring(2));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
