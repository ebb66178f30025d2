package org.guichet.core.allot;

import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Consumer;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Hasher;
import org.guichet.core.text.FormatException;

/** Texts too large to be held at once: what tells its lines one after the other. */
final class Lines {
    private Lines() {}

    /** SHA-256 of the lines in UTF-8, each with a line feed at its end. */
    static Hash hash(Consumer<Consumer<String>> teller) {
        var hasher = new Hasher();
        teller.accept(hasher::addLine);
        return hasher.hash();
    }

    static String text(Consumer<Consumer<String>> teller) {
        var text = new StringBuilder();
        teller.accept(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** The lines of a text, each of which ends in a line feed. */
    static Iterator<String> of(String text) throws FormatException {
        if (!text.endsWith("\n")) {
            throw new FormatException("the last line does not end in a line feed");
        }
        return Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1))
                .iterator();
    }
}
