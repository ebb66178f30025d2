package org.guichet.app.access;

import org.guichet.app.page.Form;
import org.guichet.app.page.View;

/** Asks for name and password; {@code over} where a session ended by itself. */
public record SignInPage(View view, Form form, boolean over) {}
