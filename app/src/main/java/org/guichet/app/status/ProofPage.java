package org.guichet.app.status;

import org.guichet.app.page.Form;
import org.guichet.app.page.View;

/** Asks for the full date of birth before something is answered or changed. */
public record ProofPage(View view, Form form, String key) {}
