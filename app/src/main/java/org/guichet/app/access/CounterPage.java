package org.guichet.app.access;

import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.page.View;

/** Asks at which counter the agent sits; {@code current} is 0 before the first choice. */
public record CounterPage(View view, ActingAgent agent, Catalogue.Centre centre, int current, String csrf) {}
