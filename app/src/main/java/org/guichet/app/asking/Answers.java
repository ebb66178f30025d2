package org.guichet.app.asking;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.guichet.app.choosing.Wanted;
import org.guichet.app.page.Form;
import org.guichet.app.page.Text;
import org.guichet.app.platform.Limits;

/**
 * Everything typed so far, as typed, by field; right and wrong alike, so that a page shown again shows the same.
 *
 * @param submission the same for everything that becomes of this form: sending it twice is one request
 * @param seenCheck whether the check page was reached, so that a changed answer leads back to it
 */
public record Answers(UUID submission, boolean seenCheck, Map<String, String> fields) {
    private static final int GROUP_LEAST = 2;
    // Six persons have room in an address; one letter more than the longest field takes shows that it is too long.
    private static final int TYPED_KEPT_MAX = Limits.ADDRESS_LENGTH_MAX + 1;
    private static final String GOOD = "1";
    private static final String WRONG = "0";

    /** How a place is come by. */
    enum Way {
        /** Not known yet. */
        OPEN,
        /** The person chooses a place on the calendar. */
        CALENDAR,
        /** The person says what suits, since no free place does. */
        WISHES,
        /** The person says what suits, since places were taken or a line has formed. */
        LINE_FORMED
    }

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
                all.put(field, Text.cut(typed.value(field), TYPED_KEPT_MAX));
            }
        }
        return new Answers(submission, seenCheck, all);
    }

    private Answers say(String field, String value) {
        var all = new LinkedHashMap<>(fields);
        all.put(field, value);
        return new Answers(submission, seenCheck, all);
    }

    /** How the person comes to a place: by the calendar, or by wishes, and why. */
    Way way() {
        return Stream.of(Way.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(get("voie")))
                .findFirst()
                .orElse(Way.OPEN);
    }

    Answers on(Way way) {
        return say("voie", way.name().toLowerCase(Locale.ROOT));
    }

    /** The place that was chosen on the calendar. */
    public Optional<Wanted> place() {
        return way() == Way.CALENDAR ? Wanted.parse(get("place")) : Optional.empty();
    }

    /** The answers with another place, kept until an instant, or with none. */
    Answers chosen(String place, String keptUntil) {
        return say("place", place).say("garde", keptUntil);
    }

    /** Without the place, where others come now or come otherwise than when it was chosen. */
    Answers roomFor(Answers before) {
        var sameRoom = persons() == before.persons() && get("ensemble").equals(before.get("ensemble"));
        return place().isEmpty() || sameRoom ? this : chosen("", "").mark(Step.of(Step.Kind.PLACE), false);
    }

    /** Until when it is kept, if it is. */
    public Optional<Instant> keptUntil() {
        return get("garde").isEmpty() ? Optional.empty() : Optional.of(Instant.parse(get("garde")));
    }

    /** Whether places were chosen when the person began, and are not any more. */
    public boolean isLineFormed() {
        return way() == Way.LINE_FORMED;
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
}
