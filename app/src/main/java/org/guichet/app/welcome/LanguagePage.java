package org.guichet.app.welcome;

import org.guichet.app.page.View;

/** The choice of a language, the browser's own first. */
public record LanguagePage(View view) {}
