package org.guichet.app.outage;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.guichet.app.page.View;
import org.guichet.app.platform.Limits;

/** When the service did not run, the newest first. */
public record OutagesPage(View view, List<Outage> outages) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

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

    // In whole minutes, never fewer than there were.
    private String length(Duration length) {
        var minutes = length.plus(MINUTE).minusNanos(1).truncatedTo(ChronoUnit.MINUTES);
        var parts = new ArrayList<String>();
        if (minutes.toHours() > 0) {
            parts.add(view.t("outages.hours", "count", minutes.toHours()));
        }
        if (minutes.toMinutesPart() > 0) {
            parts.add(view.t("outages.minutes", "count", minutes.toMinutesPart()));
        }
        return view.list(parts);
    }
}
