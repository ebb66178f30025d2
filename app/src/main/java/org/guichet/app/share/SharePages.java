package org.guichet.app.share;

import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import org.guichet.app.appointment.Shares;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.View;
import org.guichet.app.platform.Transactions;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The figures of precedence, for everybody; only of weeks that are over, so that nothing in them can be booked. */
@Controller
final class SharePages {
    private static final int WEEKS = 12;

    private final Html html;
    private final Shares shares;
    private final Catalogues catalogues;
    private final Transactions transactions;

    SharePages(Html html, Shares shares, Catalogues catalogues, Transactions transactions) {
        this.html = html;
        this.shares = shares;
        this.catalogues = catalogues;
        this.transactions = transactions;
    }

    @GetMapping(Language.PATH + "/priorites")
    ResponseEntity<byte[]> show(View view) {
        var catalogue = catalogues.of(view.authority());
        var zone = catalogue.authority().zone();
        var monday =
                transactions.now().atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var tables = catalogue.procedures().stream()
                .filter(it -> it.precedence().isDeclared())
                .map(it -> new SharePage.Table(
                        it, shares.weeks(view.authority(), it.code(), zone, monday.minusWeeks(WEEKS), monday)))
                .toList();
        return html.ok(new SharePage(view, catalogue, tables));
    }
}
