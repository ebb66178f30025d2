package org.guichet.app.answer;

import org.guichet.app.appointment.Offer;
import org.guichet.app.page.View;

/** Asks once before an appointment is given back. */
public record CancelPage(View view, Offer offer, String key) {}
