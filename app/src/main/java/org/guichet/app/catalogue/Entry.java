package org.guichet.app.catalogue;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.guichet.app.page.Language;
import org.guichet.app.page.Localized;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of a YAML file while it is read. Whatever is wrong is gathered with its line and reading goes on with a
 * stand-in, so that the editor hears of everything at once; after {@link #close} also of keys that nobody asked for.
 */
final class Entry {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Node node;
    private final List<Complaint> complaints;

    Entry(Node node, List<Complaint> complaints) {
        this.node = node;
        this.complaints = complaints;
        if (!(node instanceof MappingNode mapping)) {
            complain(node, "write \"name: value\" lines here.");
            return;
        }
        for (var tuple : mapping.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (values.put(key, tuple.getValueNode()) != null) {
                complain(tuple.getKeyNode(), "\"" + key + "\" stands twice.");
            }
            keys.put(key, tuple.getKeyNode());
        }
    }

    Map<String, Node> all() {
        asked.addAll(values.keySet());
        return values;
    }

    String text(String key) {
        return find(key).flatMap(it -> scalar(key, it)).orElse("?");
    }

    String code(String key) {
        var found = text(key);
        return checked(key, found, "?", it -> Catalogue.isCode(it) ? it : null, "small letters, digits and hyphens");
    }

    Localized localized(String key) {
        return find(key).map(this::localized).orElse(Localized.same("?"));
    }

    Localized localized(Node text) {
        if (text instanceof ScalarNode scalar) {
            return Localized.same(scalar.getValue());
        }
        var found = new EnumMap<Language, String>(Language.class);
        for (var each : new Entry(text, complaints).all().entrySet()) {
            Language.of(each.getKey())
                    .ifPresentOrElse(
                            language -> scalar(each.getKey(), each.getValue()).ifPresent(it -> found.put(language, it)),
                            () -> complain(each.getValue(), "\"" + each.getKey() + "\" is not one of fr, en, ar."));
        }
        if (found.putIfAbsent(Language.FR, "?") == null) {
            complain(text, "a text needs at least its French form (fr).");
        }
        return new Localized(found);
    }

    int number(String key, int least, int most) {
        return checked(
                key,
                text(key),
                // The most permissive stand-in, so that one mistake is not told again as its consequences.
                most,
                it -> it.matches("[0-9]{1,6}") && Integer.parseInt(it) >= least && Integer.parseInt(it) <= most
                        ? Integer.valueOf(it)
                        : null,
                "a number from " + least + " to " + most);
    }

    LocalDate date(String key) {
        return checked(key, text(key), LocalDate.EPOCH, Entry::asDate, "a date like 2021-04-22");
    }

    LocalTime time(String key) {
        return checked(key, text(key), LocalTime.MIN, Entry::asTime, "a time like \"9:00\", in quotes");
    }

    List<Node> list(String key) {
        return find(key).map(it -> list(key, it)).orElse(List.of());
    }

    List<Node> optionalList(String key) {
        asked.add(key);
        return values.containsKey(key) ? list(key) : List.of();
    }

    Entry entry(String key) {
        return find(key).map(it -> new Entry(it, complaints)).orElseGet(() -> new Entry(node, new ArrayList<>()));
    }

    Optional<Entry> optionalEntry(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key)).map(it -> new Entry(it, complaints));
    }

    /** A value read by {@code reader}, which answers null to what it does not understand. */
    <T> T checked(
            String key,
            String value,
            T standIn,
            Function<String, @org.jspecify.annotations.Nullable T> reader,
            String expected) {
        var found = reader.apply(value);
        if (found != null) {
            return found;
        }
        if (!value.equals("?")) {
            complain(values.getOrDefault(key, node), "\"" + key + "\" is " + value + " but must be " + expected + ".");
        }
        return standIn;
    }

    void complain(String key, String sentence) {
        complain(values.getOrDefault(key, node), sentence);
    }

    void complain(Node where, String sentence) {
        complaints.add(new Complaint(where.getStartMark().getLine() + 1, sentence));
    }

    void close() {
        keys.forEach((key, where) -> {
            if (!asked.contains(key)) {
                complain(where, "\"" + key + "\" is not known here; known are " + String.join(", ", asked) + ".");
            }
        });
    }

    DayOfWeek day(String key, String text) {
        return checked(key, text, DayOfWeek.MONDAY, Entry::asDay, "a day like monday");
    }

    /** The text of a plain value. */
    static String value(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    static @org.jspecify.annotations.Nullable LocalDate asDate(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    static @org.jspecify.annotations.Nullable LocalTime asTime(String text) {
        try {
            return LocalTime.parse(text, TIME);
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private static @org.jspecify.annotations.Nullable DayOfWeek asDay(String text) {
        for (var day : DayOfWeek.values()) {
            if (day.name().equalsIgnoreCase(text)) {
                return day;
            }
        }
        return null;
    }

    private Optional<Node> find(String key) {
        asked.add(key);
        var found = Optional.ofNullable(values.get(key));
        if (found.isEmpty() && node instanceof MappingNode) {
            complain(node, "\"" + key + "\" is missing.");
        }
        return found;
    }

    private Optional<String> scalar(String key, Node value) {
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
        }
        complain(value, "\"" + key + "\" must be a text.");
        return Optional.empty();
    }

    private List<Node> list(String key, Node value) {
        if (value instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return sequence.getValue();
        }
        complain(value, "\"" + key + "\" must be a list.");
        return List.of();
    }
}
