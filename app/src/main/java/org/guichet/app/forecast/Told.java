package org.guichet.app.forecast;

import java.util.Optional;
import org.guichet.core.planning.Forecast;

/**
 * What somebody who waits is told: how many requests are ahead, how many were served in the last seven days, and the
 * spans in which the appointment lies in one of two and in nine of ten futures.
 */
public record Told(int ahead, int served, Optional<Forecast.Span> half, Optional<Forecast.Span> most) {}
