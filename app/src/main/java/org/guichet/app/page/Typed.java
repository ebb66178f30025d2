package org.guichet.app.page;

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

    private final Seals seals;
    private final JsonMapper json;

    Typed(Seals seals, JsonMapper json) {
        this.seals = seals;
        this.json = json;
    }

    public String keep(String purpose, Form form) {
        return seals.seal("typed/" + purpose, json.writeValueAsString(form.values()));
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
