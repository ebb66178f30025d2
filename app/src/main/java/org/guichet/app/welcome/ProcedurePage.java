package org.guichet.app.welcome;

import java.util.List;
import java.util.Optional;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.choosing.Regime;
import org.guichet.app.choosing.RegimeChanges;
import org.guichet.app.page.View;
import org.guichet.app.platform.Limits;
import org.guichet.app.window.Window;

/** One procedure: for whom, the truth about scarcity, what happens when, and the documents. */
public record ProcedurePage(
        View view,
        Catalogue.Procedure procedure,
        Window window,
        boolean scarce,
        Regime regime,
        List<RegimeChanges.Change> changes) {
    public boolean isChoice() {
        return regime == Regime.CHOICE;
    }

    public long keptMinutes() {
        return Limits.CHOSEN_KEPT.toMinutes();
    }

    /** Since when it is so, in words; empty until that is written down, and where it never was otherwise. */
    public Optional<String> since() {
        return changes.stream()
                .findFirst()
                .filter(it -> it.regime() == regime)
                .map(it -> view.t("welcome.since", "date", view.date(it.at()), "time", view.time(it.at())));
    }

    public String lastDay() {
        return view.lastDay(window.closesAt());
    }

    public String drawDay() {
        return view.date(window.drawAt());
    }
}
