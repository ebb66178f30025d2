package org.guichet.app.limit;

import java.time.Duration;
import java.time.Instant;
import org.guichet.app.page.Form;
import org.guichet.app.page.View;

/** A bound that was reached, and when it ends. */
public record Full(Bound bound, Instant now, Instant until) {
    public Duration rest() {
        return Duration.between(now, until);
    }

    public String title(View view) {
        return view.t(bound.key() + ".title");
    }

    /** What happened, what is lost (nothing), when to try again, and what else can be done. */
    public String text(View view) {
        return view.t(bound.key() + ".text", facts(view));
    }

    /** The same beside a field. */
    public void problem(Form form, String field, View view) {
        form.problem(field, bound.key() + ".text", facts(view));
    }

    private Object[] facts(View view) {
        var phone = view.masthead().phone();
        return new Object[] {"date", view.date(until), "time", view.time(until), "phone", phone};
    }
}
