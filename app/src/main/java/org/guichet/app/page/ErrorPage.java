package org.guichet.app.page;

import java.util.Optional;

/**
 * A page that stands in for one that could not be shown; {@code what} begins its message keys. {@code again} is where
 * what was sent is sent again as it was, if its address holds all of it.
 */
public record ErrorPage(View view, String what, String reference, Optional<String> again) {}
