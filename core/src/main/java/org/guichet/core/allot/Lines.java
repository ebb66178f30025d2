package org.guichet.core.allot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Consumer;
import org.guichet.core.ledger.Hash;

/** Texts too large to be held at once: what tells its lines one after the other. */
final class Lines {
    private Lines() {}

    /** SHA-256 of the lines in UTF-8, each with a line feed at its end. */
    static Hash hash(Consumer<Consumer<String>> teller) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            teller.accept(line -> {
                digest.update(line.getBytes(UTF_8));
                digest.update((byte) '\n');
            });
            return Hash.of(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    static String text(Consumer<Consumer<String>> teller) {
        var text = new StringBuilder();
        teller.accept(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
