package org.guichet.app.status;

import org.guichet.app.page.View;
import org.guichet.app.registration.Request;

/** Asks once before a request is withdrawn. */
public record WithdrawPage(View view, Request request, String key) {}
