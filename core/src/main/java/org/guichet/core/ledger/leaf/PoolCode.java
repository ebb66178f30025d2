package org.guichet.core.ledger.leaf;

/** The public name of a pool: one authority and one procedure. */
public record PoolCode(String code) {
    public static final int LENGTH_MAX = 40;

    public PoolCode {
        if (code.isEmpty() || code.length() > LENGTH_MAX || code.charAt(0) == '-' || !isPlain(code)) {
            throw new IllegalArgumentException(
                    "A pool code is 1 to 40 small letters, digits and hyphens, a hyphen not first");
        }
    }

    private static boolean isPlain(String code) {
        for (var i = 0; i < code.length(); i++) {
            var c = code.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return code;
    }
}
