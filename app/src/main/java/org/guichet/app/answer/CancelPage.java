package org.guichet.app.answer;

import org.guichet.app.appointment.Offer;
import org.guichet.app.page.View;

/** Asks once before an appointment is given back; {@code room} for its day among the impossible ones. */
public record CancelPage(View view, Offer offer, boolean room, String key) {}
