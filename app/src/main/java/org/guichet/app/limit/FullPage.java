package org.guichet.app.limit;

import java.util.Optional;
import org.guichet.app.page.View;

/**
 * Says that a bound was reached: {@code again} is where what was sent is sent again as it was, {@code change} where it
 * is changed first.
 */
public record FullPage(View view, Full full, String again, Optional<String> change) {}
