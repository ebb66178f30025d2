package org.guichet.app.deposit;

import org.guichet.app.page.View;

/** The receipt on the page of the request, in its person's language. */
public record OwnReceiptPage(View view, Receipt receipt, String key) {}
