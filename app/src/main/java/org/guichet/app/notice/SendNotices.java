package org.guichet.app.notice;

import java.time.Duration;
import java.time.Instant;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends what waits in the outbox. A message is never lost. */
@Component
public final class SendNotices {
    private static final Logger LOG = LoggerFactory.getLogger(SendNotices.class);
    // As many as may be sent twice if the machine dies between sending and remembering it.
    private static final int BATCH = 20;
    private static final int BATCHES_MAX = 100;
    private static final int DOUBLINGS_MAX = 10;

    private final Transactions transactions;
    private final Outbox outbox;
    private final Channel channel;

    SendNotices(Transactions transactions, Outbox outbox, Channel channel) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.channel = channel;
    }

    public void send(AuthorityId authority) {
        for (var batch = 0; batch < BATCHES_MAX; batch++) {
            if (transactions.of(now -> sendBatch(authority, now)) < BATCH) {
                return;
            }
        }
    }

    private int sendBatch(AuthorityId authority, Instant now) {
        var waiting = outbox.take(authority, now, BATCH);
        waiting.forEach(entry -> send(authority, entry, now));
        return waiting.size();
    }

    private void send(AuthorityId authority, Outbox.Entry entry, Instant now) {
        switch (channel.send(entry.message())) {
            case Channel.Outcome.Sent() -> outbox.done(authority, entry.id(), now);
            case Channel.Outcome.Failed(var why) -> {
                var wait = Duration.ofMinutes(1L << Math.min(entry.tries(), DOUBLINGS_MAX));
                LOG.warn("A message of kind {} was not sent ({}); again in {}", entry.kind(), why, wait);
                outbox.tryAgain(authority, entry.id(), now.plus(wait));
            }
        }
    }
}
