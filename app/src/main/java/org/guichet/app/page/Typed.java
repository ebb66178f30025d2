package org.guichet.app.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.guichet.app.platform.Limits;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Carries a form that is to be corrected to the page that shows it again, sealed in its address. */
@Component
public final class Typed {
    /** A field of the form that holds the message key of what was answered to it. */
    public static final String SAID = "_said";

    // An address has room for them, once they are sealed, in any script.
    private static final int KEPT_CHARACTERS_MAX = 3_000;

    private final Seals seals;
    private final JsonMapper json;

    Typed(Seals seals, JsonMapper json) {
        this.seals = seals;
        this.json = json;
    }

    public String keep(String purpose, Form form) {
        return seals.seal("typed/" + purpose, json.writeValueAsString(fitting(form.values())));
    }

    /** All of it; or the shortest fields, where somebody sent more than any form of ours asks for. */
    private Map<String, String> fitting(Map<String, String> values) {
        var shortestFirst = values.entrySet().stream()
                .map(it -> Map.entry(it.getKey(), Text.cut(it.getValue(), Limits.TYPED_KEPT_MAX)))
                .sorted(Comparator.comparingInt(Typed::size))
                .toList();
        var fitting = new HashMap<String, String>();
        var room = KEPT_CHARACTERS_MAX;
        for (var field : shortestFirst) {
            room -= size(field);
            if (room >= 0) {
                fitting.put(field.getKey(), field.getValue());
            }
        }
        return fitting;
    }

    private static int size(Map.Entry<String, String> field) {
        return field.getKey().length() + field.getValue().length();
    }

    /** An empty form where nothing was kept, or it is too old. */
    public Form open(String purpose, String sealed) {
        return switch (seals.open("typed/" + purpose, sealed, Limits.ANSWERS_LIVE)) {
            case Seals.Opened.Good(var text, var _) ->
                new Form(json.readValue(text, new TypeReference<Map<String, String>>() {}));
            case Seals.Opened.TooOld() -> Form.empty();
            case Seals.Opened.Broken() -> Form.empty();
        };
    }
}
