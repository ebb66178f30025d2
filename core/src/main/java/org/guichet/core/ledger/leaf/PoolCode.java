package org.guichet.core.ledger.leaf;

import java.util.regex.Pattern;

/** The public name of a pool: one authority and one procedure. */
public record PoolCode(String code) {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public PoolCode {
        if (!isValid(code)) {
            throw new IllegalArgumentException(
                    "A pool code is 1 to 40 small letters, digits and hyphens, a hyphen not first");
        }
    }

    static boolean isValid(String code) {
        return CODE.matcher(code).matches();
    }

    @Override
    public String toString() {
        return code;
    }
}
