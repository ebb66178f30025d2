package org.guichet.app.page;

import java.util.List;

/** What is to be corrected in one field: a message key and its arguments (name, value, name, value). */
public record Problem(String field, String key, List<Object> arguments) {
    public Problem(String field, String key, Object... arguments) {
        this(field, key, List.of(arguments));
    }
}
