package org.guichet.app.deposit;

import org.guichet.app.page.View;

/** Nothing was laid on the counter for this request yet. */
public record NoReceiptPage(View view, String key) {}
