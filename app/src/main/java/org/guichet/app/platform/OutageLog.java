package org.guichet.app.platform;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.springframework.core.NestedExceptionUtils;

/** Once a second is enough: while the database is away everybody meets it, and a full disk may be the reason. */
public final class OutageLog {
    private static final Duration SAID_EVERY = Duration.ofSeconds(1);

    private final Logger log;
    private final AtomicLong said = new AtomicLong(System.nanoTime() - SAID_EVERY.toNanos());

    public OutageLog(Logger log) {
        this.log = log;
    }

    public void say(Throwable outage) {
        var now = System.nanoTime();
        var last = said.get();
        if (now - last >= SAID_EVERY.toNanos() && said.compareAndSet(last, now)) {
            log.error(
                    "The database does not answer: {}",
                    String.valueOf(NestedExceptionUtils.getMostSpecificCause(outage)));
        }
    }
}
