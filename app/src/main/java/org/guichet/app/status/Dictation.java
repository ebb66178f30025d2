package org.guichet.app.status;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guichet.app.registration.RequestNumber;

/** A number in French words, digit by digit: pairs would need the hardest words of French. */
final class Dictation {
    private static final int GROUP = 4;

    private Dictation() {}

    static String french(RequestNumber number) {
        var words = new RuleBasedNumberFormat(Locale.FRENCH, RuleBasedNumberFormat.SPELLOUT);
        return IntStream.range(0, number.digits().length() / GROUP)
                .mapToObj(group -> IntStream.range(group * GROUP, (group + 1) * GROUP)
                        .mapToObj(i -> words.format(number.digits().charAt(i) - '0'))
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining(". ", "", "."));
    }
}
