package org.guichet.app.deposit;

import java.util.List;
import org.guichet.app.page.Localized;

/** Which documents of the procedure's list were there and which were missing, and what the agent wrote about it. */
public record Papers(List<Localized> there, List<Localized> missing, String remark) {
    public Papers {
        there = List.copyOf(there);
        missing = List.copyOf(missing);
    }

    public static Papers complete(List<Localized> documents) {
        return new Papers(documents, List.of(), "");
    }

    public boolean areComplete() {
        return missing.isEmpty() && remark.isEmpty();
    }
}
