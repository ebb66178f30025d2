package org.guichet.app.deposit;

import org.guichet.app.access.Staff;

/** The receipt as the agent prints it, in French. */
public record ReceiptPage(Staff staff, Receipt receipt) {}
