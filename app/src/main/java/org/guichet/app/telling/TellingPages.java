package org.guichet.app.telling;

import java.util.UUID;
import org.guichet.app.access.ActingAgent;
import org.guichet.app.access.Staff;
import org.guichet.app.notice.Outbox;
import org.guichet.app.page.Html;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.Requests;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows what is to be told by hand, and takes note that it was told. */
@Controller
@RequestMapping("/agent/a-prevenir")
final class TellingPages {
    private static final int SHOWN_MAX = 50;

    private final Html html;
    private final Outbox outbox;
    private final Requests requests;
    private final Transactions transactions;

    TellingPages(Html html, Outbox outbox, Requests requests, Transactions transactions) {
        this.html = html;
        this.outbox = outbox;
        this.requests = requests;
        this.transactions = transactions;
    }

    @GetMapping
    ResponseEntity<byte[]> show(Staff staff) {
        var authority = staff.desk().authority();
        var waiting = outbox.byHand(authority, SHOWN_MAX + 1);
        var items =
                waiting.stream().limit(SHOWN_MAX).map(it -> item(authority, it)).toList();
        return html.ok(new TellingPage(staff, items, waiting.size() > SHOWN_MAX));
    }

    /** Told; again changes nothing. */
    @PostMapping("/{notice}/fait")
    ResponseEntity<byte[]> told(ActingAgent agent, @PathVariable UUID notice) {
        transactions.run(now -> outbox.done(agent.authority(), notice, now));
        return Html.see("/agent/a-prevenir");
    }

    private TellingPage.Item item(AuthorityId authority, Outbox.Entry entry) {
        var request = new RequestId(entry.request());
        return new TellingPage.Item(entry, requests.get(authority, request), requests.persons(authority, request));
    }
}
