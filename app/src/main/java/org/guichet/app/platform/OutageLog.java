package org.guichet.app.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.springframework.core.NestedExceptionUtils;

/**
 * While the database is away, everything that runs meets it and says so, libraries with a stack trace or two each time:
 * one line a second is said for them all, since a full disk may be the reason. Named in {@code logback-spring.xml}.
 */
public final class OutageLog extends TurboFilter {
    private static final Duration SAID_EVERY = Duration.ofSeconds(1);

    private final AtomicLong said = new AtomicLong(System.nanoTime() - SAID_EVERY.toNanos());

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable thrown) {
        if (!level.isGreaterOrEqual(Level.WARN)) {
            return FilterReply.NEUTRAL;
        }
        var failure = thrown == null ? last(params) : thrown;
        if (failure == null || !Transactions.isOutage(failure)) {
            return FilterReply.NEUTRAL;
        }
        say(logger, failure);
        return FilterReply.DENY;
    }

    private void say(Logger metBy, Throwable outage) {
        var now = System.nanoTime();
        var last = said.get();
        if (now - last >= SAID_EVERY.toNanos() && said.compareAndSet(last, now)) {
            metBy.getLoggerContext()
                    .getLogger(OutageLog.class)
                    .error(
                            "The database does not answer: {} (met by {})",
                            String.valueOf(NestedExceptionUtils.getMostSpecificCause(outage)),
                            metBy.getName());
        }
    }

    /** A failure behind the parameters of a message is logged with it. */
    private static @Nullable Throwable last(Object @Nullable [] params) {
        return params != null && params.length > 0 && params[params.length - 1] instanceof Throwable it ? it : null;
    }
}
