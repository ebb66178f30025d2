package org.guichet.app.share;

import java.util.List;
import org.guichet.app.appointment.Shares;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.page.View;

/** For each procedure that has classes, what they took in each centre of the weeks that are over. */
public record SharePage(View view, Catalogue catalogue, List<Table> tables) {
    /** The weeks of a procedure, the newest first. */
    public record Table(Catalogue.Procedure procedure, List<Shares.Week> weeks) {}

    /** A centre in a week, in one sentence: what was taken, of how many, and how many at most. */
    public String line(Table table, Shares.Week week) {
        return view.t(
                "share.line",
                "date",
                view.date(week.monday()),
                "centre",
                catalogue.centre(week.centre()).map(it -> view.t(it.name())).orElse(week.centre()),
                "taken",
                week.taken(),
                "places",
                week.places(),
                "most",
                week.most(table.procedure().precedence().share()));
    }
}
