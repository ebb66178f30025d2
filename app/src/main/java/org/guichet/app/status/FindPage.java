package org.guichet.app.status;

import org.guichet.app.page.Form;
import org.guichet.app.page.View;

/** Asks for the number and a year of birth; {@code lost} says first that a link no longer works. */
public record FindPage(View view, Form form, boolean lost) {}
