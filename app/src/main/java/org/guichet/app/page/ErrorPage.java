package org.guichet.app.page;

/** A page that stands in for one that could not be shown; {@code what} begins its message keys. */
public record ErrorPage(View view, String what, String reference) {}
