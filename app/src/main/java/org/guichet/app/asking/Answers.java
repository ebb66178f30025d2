package org.guichet.app.asking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guichet.app.page.Form;
import org.guichet.app.platform.Limits;

/**
 * Everything typed so far, as typed, by field; right and wrong alike, so that a page shown again shows the same.
 *
 * @param submission the same for everything that becomes of this form: sending it twice is one request
 * @param seenCheck whether the check page was reached, so that a changed answer leads back to it
 */
public record Answers(UUID submission, boolean seenCheck, Map<String, String> fields) {
    private static final int GROUP_LEAST = 2;
    private static final int TYPED_KEPT_MAX = 300;
    private static final String GOOD = "1";
    private static final String WRONG = "0";

    public Answers {
        fields = Map.copyOf(fields);
    }

    static Answers none() {
        return new Answers(UUID.randomUUID(), false, Map.of());
    }

    String get(String field) {
        return Objects.requireNonNullElse(fields.get(field), "");
    }

    /** The answers with one page's fields replaced by what was typed there now. */
    Answers with(Step step, Form typed) {
        var all = new LinkedHashMap<>(fields);
        for (var field : step.fields()) {
            all.remove(field);
            if (typed.has(field)) {
                all.put(field, kept(typed.value(field)));
            }
        }
        return new Answers(submission, seenCheck, all);
    }

    Answers checked() {
        return new Answers(submission, true, fields);
    }

    Form form() {
        return new Form(fields);
    }

    boolean isAnswered(Step step) {
        return get(step.mark()).equals(GOOD);
    }

    /** Whether the page was sent and something on it is to be corrected. */
    boolean isWrong(Step step) {
        return get(step.mark()).equals(WRONG);
    }

    /** An optional question left empty was answered too: so each page that was sent is marked. */
    Answers mark(Step step, boolean good) {
        var all = new LinkedHashMap<>(fields);
        all.put(step.mark(), good ? GOOD : WRONG);
        return new Answers(submission, seenCheck, all);
    }

    /** How many persons were named so far or are about to be. */
    int persons() {
        return switch (get("qui")) {
            case "groupe" -> more(GROUP_LEAST);
            case "aide" -> more(1);
            default -> 1;
        };
    }

    /** The answers without one person; those who follow move up. */
    Answers without(int person) {
        var all = new LinkedHashMap<String, String>();
        var last = persons();
        fields.forEach((field, value) -> {
            var owner = Step.personOf(field);
            if (owner == 0 || owner < person) {
                all.put(field, value);
            } else if (owner > person) {
                all.put(Step.movedUp(field), value);
            }
        });
        all.put("encore-" + (last - 1), "non");
        if (last - 1 < GROUP_LEAST && get("qui").equals("groupe")) {
            all.put("qui", "moi");
        }
        return new Answers(submission, seenCheck, all);
    }

    private int more(int least) {
        var count = least;
        while (count < Limits.PERSONS_MAX && get("encore-" + count).equals("oui")) {
            count++;
        }
        return count;
    }

    // Enough of a text that is too long to see it is; an address cannot carry a book.
    private static String kept(String typed) {
        return typed.length() <= TYPED_KEPT_MAX ? typed : typed.substring(0, TYPED_KEPT_MAX);
    }
}
