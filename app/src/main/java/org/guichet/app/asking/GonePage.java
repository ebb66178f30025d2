package org.guichet.app.asking;

import org.guichet.app.page.View;

/**
 * The answers in the address are too old or damaged: they are gone, and the person learns that nothing was recorded.
 */
public record GonePage(View view, String procedure) {}
