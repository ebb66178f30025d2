package org.guichet.core.ledger.note;

import org.guichet.core.text.FormatException;

/** Names of keys (C2SP signed-note): not empty, without Unicode spaces, control characters and plus signs. */
final class Names {
    private static final char NEXT_LINE = '\u0085';

    private Names() {}

    static void check(String name) throws FormatException {
        if (name.isEmpty() || !name.codePoints().allMatch(Names::isAllowed)) {
            throw new FormatException("the name of a key is empty or has a space or a plus sign");
        }
    }

    private static boolean isAllowed(int c) {
        return c > ' ' && c != '+' && c != NEXT_LINE && !Character.isSpaceChar(c) && !Character.isWhitespace(c);
    }
}
