package org.guichet.app.status;

import org.guichet.app.page.Form;
import org.guichet.app.page.View;

/** How a request is reached, to be changed. */
public record ReachPage(View view, Form form, String key) {}
