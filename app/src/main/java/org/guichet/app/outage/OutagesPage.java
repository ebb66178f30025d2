package org.guichet.app.outage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.guichet.app.page.View;
import org.guichet.app.platform.Limits;

/** When the service did not run, the newest first. */
public record OutagesPage(View view, List<Outage> outages) {
    /** Shorter ones move nothing. */
    public String shortest() {
        return length(Limits.OUTAGE_MIN);
    }

    /** When it was, and by how much deadlines moved. */
    public String line(Outage outage) {
        var first = view.date(outage.from());
        var last = view.date(outage.until());
        return view.t(
                first.equals(last) ? "outages.line" : "outages.line.days",
                "date",
                first,
                "from",
                view.time(outage.from()),
                "last",
                last,
                "until",
                view.time(outage.until()),
                "length",
                length(outage.length()));
    }

    private String length(Duration length) {
        var parts = new ArrayList<String>();
        add(parts, "outages.hours", length.toHours());
        add(parts, "outages.minutes", length.toMinutesPart());
        add(parts, "outages.seconds", length.toSecondsPart());
        return view.list(parts);
    }

    private void add(List<String> parts, String unit, long count) {
        if (count > 0) {
            parts.add(view.t(unit, "count", count));
        }
    }
}
