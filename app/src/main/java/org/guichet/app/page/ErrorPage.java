package org.guichet.app.page;

import java.util.Optional;

/**
 * A page that stands in for one that could not be shown; {@code what} begins its message keys. {@code again} is what
 * can be asked for once more, as it was, in a moment.
 */
public record ErrorPage(View view, String what, String reference, Optional<Again> again) {}
