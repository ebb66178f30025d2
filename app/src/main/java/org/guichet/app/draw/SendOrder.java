package org.guichet.app.draw;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.core.draw.Lot;
import org.springframework.stereotype.Component;

/** Sends a whole order, to so many at a time as leave turns for everybody else however slowly they read. */
@Component
final class SendOrder {
    private final OrderParts parts;
    private final Semaphore turns = new Semaphore(Limits.ORDERS_SENT_AT_ONCE_MAX);

    SendOrder(OrderParts parts) {
        this.parts = parts;
    }

    /** Where it goes; opened by whoever has a turn. */
    interface Target {
        OutputStream open() throws IOException;
    }

    void send(AuthorityId authority, Drawing drawing, Target target) throws IOException {
        if (!turns.tryAcquire()) {
            throw new RejectedExecutionException("As many as may read whole orders already");
        }
        try {
            write(authority, drawing, target.open());
        } finally {
            turns.release();
        }
    }

    private void write(AuthorityId authority, Drawing drawing, OutputStream out) throws IOException {
        out.write("rang,code,lot\n".getBytes(US_ASCII));
        var rank = new AtomicInteger();
        parts.each(authority, drawing, lots -> out.write(lines(rank, lots).getBytes(US_ASCII)));
    }

    private static String lines(AtomicInteger rank, List<Lot> lots) {
        var lines = new StringBuilder();
        for (var lot : lots) {
            lines.append(rank.incrementAndGet())
                    .append(',')
                    .append(lot.label().hex())
                    .append(',')
                    .append(lot.position().hex())
                    .append('\n');
        }
        return lines.toString();
    }
}
