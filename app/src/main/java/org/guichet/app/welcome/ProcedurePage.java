package org.guichet.app.welcome;

import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.choosing.Regime;
import org.guichet.app.page.View;
import org.guichet.app.platform.Limits;
import org.guichet.app.window.Window;

/** One procedure: for whom, the truth about scarcity, what happens when, and the documents. */
public record ProcedurePage(View view, Catalogue.Procedure procedure, Window window, boolean scarce, Regime regime) {
    public boolean isChoice() {
        return regime == Regime.CHOICE;
    }

    public long keptMinutes() {
        return Limits.CHOSEN_KEPT.toMinutes();
    }

    public String lastDay() {
        return view.lastDay(window.closesAt());
    }

    public String drawDay() {
        return view.date(window.drawAt());
    }
}
