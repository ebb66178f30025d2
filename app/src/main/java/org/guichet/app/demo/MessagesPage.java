package org.guichet.app.demo;

import java.util.List;
import org.guichet.app.notice.Outbox;
import org.guichet.app.page.View;

/** What was sent: to those who came by the pages, and the newest to the invented. */
public record MessagesPage(View view, List<Outbox.Entry> yours, List<Outbox.Entry> others) {}
