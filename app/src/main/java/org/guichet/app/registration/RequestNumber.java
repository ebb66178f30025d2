package org.guichet.app.registration;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.guichet.app.page.Text;

/**
 * The number of a request: 10 drawn digits and 2 check digits, so that the whole leaves 1 when divided by 97 (ISO 7064
 * mod 97-10). It can be dictated and typed on any keypad, and opens nothing without a year of birth.
 */
public record RequestNumber(String digits) {
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{12}");
    private static final long DRAWN_BELOW = 10_000_000_000L;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0\\u202f.\\-_/·]");

    public RequestNumber {
        if (!NUMBER.matcher(digits).matches() || Long.parseLong(digits) % 97 != 1) {
            throw new IllegalArgumentException("A request's number is 12 digits that leave 1 when divided by 97");
        }
    }

    public sealed interface Reading {
        record Good(RequestNumber number) implements Reading {}

        record WrongLength(int digits) implements Reading {}

        record WrongDigit() implements Reading {}
    }

    static RequestNumber draw(RandomGenerator random) {
        var drawn = random.nextLong(DRAWN_BELOW);
        var check = Math.floorMod(98 - drawn * 100 % 97, 97);
        return new RequestNumber("%010d%02d".formatted(drawn, check));
    }

    /** As people type it: any spaces and hyphens, O for 0, I or l for 1, Arabic or Persian digits. Pure arithmetic. */
    public static Reading read(String typed) {
        var digits = SEPARATORS
                .matcher(Text.latinDigits(typed))
                .replaceAll("")
                .replaceAll("[oO]", "0")
                .replaceAll("[iIl]", "1");
        if (digits.length() != LENGTH || !digits.matches("[0-9]+")) {
            return new Reading.WrongLength(
                    (int) digits.chars().filter(Character::isDigit).count());
        }
        return Long.parseLong(digits) % 97 == 1
                ? new Reading.Good(new RequestNumber(digits))
                : new Reading.WrongDigit();
    }

    /** Three groups of four, as printed; groups are joined by no-break spaces, which keep their order in Arabic. */
    public String grouped() {
        return digits.substring(0, 4) + '\u00a0' + digits.substring(4, 8) + '\u00a0' + digits.substring(8);
    }

    /** Each digit by itself, a pause between groups: so that it is heard as it is dictated. */
    public String spoken() {
        var words = new StringBuilder(3 * LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            words.append(i == 0 ? "" : i % GROUP == 0 ? ", " : " ").append(digits.charAt(i));
        }
        return words.toString();
    }

    /** What a message shows on a shared phone. */
    public String lastFour() {
        return digits.substring(8);
    }
}
