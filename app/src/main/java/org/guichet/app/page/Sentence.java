package org.guichet.app.page;

import com.ibm.icu.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A sentence with gaps. Where only texts are filled in, that is done without ICU, which takes many times as long. */
final class Sentence {
    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

    private final MessageFormat format;

    /** Words and names of gaps in turn, words first and last; empty where it takes more than filling in. */
    private final List<String> pieces;

    Sentence(Language language, String pattern) {
        this.format = new MessageFormat(pattern, language.forNumbers());
        this.pieces = pattern.indexOf('\'') < 0 ? pieces(pattern) : List.of();
    }

    String with(Map<String, Object> arguments) {
        if (pieces.isEmpty() || !arguments.values().stream().allMatch(String.class::isInstance)) {
            return formatted(arguments);
        }
        var text = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            var piece = i % 2 == 0 ? pieces.get(i) : arguments.get(pieces.get(i));
            if (piece == null) {
                return formatted(arguments);
            }
            text.append(piece);
        }
        return text.toString();
    }

    // ICU's formats keep state while they work.
    private synchronized String formatted(Map<String, Object> arguments) {
        return format.format(arguments);
    }

    private static List<String> pieces(String pattern) {
        var pieces = new ArrayList<String>();
        var gap = GAP.matcher(pattern);
        var end = 0;
        while (gap.find()) {
            pieces.add(pattern.substring(end, gap.start()));
            pieces.add(gap.group(1));
            end = gap.end();
        }
        pieces.add(pattern.substring(end));
        for (int i = 0; i < pieces.size(); i += 2) {
            if (pieces.get(i).indexOf('{') >= 0 || pieces.get(i).indexOf('}') >= 0) {
                return List.of();
            }
        }
        return List.copyOf(pieces);
    }
}
