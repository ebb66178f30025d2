package org.guichet.app.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed, and what is to be corrected in it; goes back to the page with everything kept. */
public final class Form {
    private final Map<String, String> values;
    private final List<Problem> problems = new ArrayList<>();

    public Form(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    public static Form empty() {
        return new Form(Map.of());
    }

    public static Form of(String field, String value) {
        return new Form(Map.of(field, value));
    }

    /** The same with one field more. */
    public Form with(String field, String value) {
        var all = new LinkedHashMap<>(values);
        all.put(field, value);
        return new Form(all);
    }

    /** The cleaned text of a field; empty where nothing was typed. Several boxes of one name are joined by commas. */
    public String value(String field) {
        return Objects.requireNonNullElse(values.get(field), "");
    }

    public boolean has(String field) {
        return !value(field).isEmpty();
    }

    public List<String> list(String field) {
        return has(field) ? List.of(value(field).split(",", -1)) : List.of();
    }

    public boolean chosen(String field, String option) {
        return list(field).contains(option);
    }

    public Map<String, String> values() {
        return values;
    }

    public void problem(String field, String key, Object... arguments) {
        problems.add(new Problem(field, key, arguments));
    }

    public void problem(Problem problem) {
        problems.add(problem);
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    public boolean isGood() {
        return problems.isEmpty();
    }

    /** The first problem of a field. */
    public Optional<Problem> problemOf(String field) {
        return problems.stream().filter(it -> it.field().equals(field)).findFirst();
    }

    /** The ids of what describes a field, for those who hear the page; null where nothing does. */
    public @Nullable String described(String field, boolean hinted) {
        var ids = new ArrayList<String>();
        if (hinted) {
            ids.add(field + "-aide");
        }
        if (problemOf(field).isPresent()) {
            ids.add(field + "-erreur");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }
}
