package org.guichet.core.allot;

/**
 * A request whose turn comes: how many persons, how they come, and what suits them. What is preferred is acceptable
 * too.
 *
 * @param label what it is called in results: 1 to 64 small letters, digits and hyphens
 * @param precedence 0 in the ordinary class; above it, who has the greater number comes first
 */
public record Turn(String label, int persons, Together together, int precedence, Wish preferred, Wish acceptable) {
    /** As many persons as may come together. */
    public static final int PERSONS_MAX = 6;

    private static final int LABEL_MAX = 64;

    public Turn {
        if (persons < 1 || persons > PERSONS_MAX) {
            throw new IllegalArgumentException("A request has 1 to " + PERSONS_MAX + " persons");
        }
        if (precedence < 0) {
            throw new IllegalArgumentException("No class is below the ordinary one");
        }
        if (!preferred.isWithin(acceptable)) {
            throw new IllegalArgumentException("What is preferred is acceptable too");
        }
        if (label.isEmpty() || label.length() > LABEL_MAX || !label.chars().allMatch(Turn::isSign)) {
            throw new IllegalArgumentException("A label is 1 to 64 small letters, digits and hyphens");
        }
    }

    /** Some request of the ordinary class whom this suits. */
    public static Turn anybody(int persons, Together together, Wish wish) {
        return new Turn("anybody", persons, together, 0, wish, wish);
    }

    /** What suits in this tier. */
    public Wish wish(Tier tier) {
        return switch (tier) {
            case PREFERRED -> preferred;
            case ACCEPTABLE -> acceptable;
        };
    }

    /** Whether it gets these very places and no others later: those who come at one time or at one counter. */
    boolean isBooked() {
        return persons > 1 && together != Together.SAME_DAY;
    }

    private static boolean isSign(int sign) {
        return sign == '-' || (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'z');
    }
}
