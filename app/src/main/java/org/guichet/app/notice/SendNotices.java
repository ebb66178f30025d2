package org.guichet.app.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what waits in the outbox. A message is never lost. That it is tried is durable before it is sent, so that a
 * database that fails in between lets it be sent once more, after a growing wait, and never again and again.
 */
@Component
public final class SendNotices {
    private static final Logger LOG = LoggerFactory.getLogger(SendNotices.class);
    private static final int BATCH = 20;
    private static final int BATCHES_MAX = 100;

    private final Transactions transactions;
    private final Outbox outbox;
    private final Channel channel;
    private final InstantSource wallTime;
    private volatile Pause pause = Pause.NONE;

    SendNotices(Transactions transactions, Outbox outbox, Channel channel, InstantSource wallTime) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.channel = channel;
        this.wallTime = wallTime;
    }

    /** As long as {@code mayGoOn}: what is taken and not sent when the service stops is given back. */
    public void send(AuthorityId authority, BooleanSupplier mayGoOn) {
        for (var batch = 0; batch < BATCHES_MAX && mayGoOn.getAsBoolean() && !isPaused(); batch++) {
            var waiting = transactions.of(now -> outbox.take(authority, now, BATCH));
            sendAll(authority, waiting, mayGoOn);
            if (waiting.size() < BATCH) {
                return;
            }
        }
    }

    private boolean isPaused() {
        return wallTime.instant().isBefore(pause.until());
    }

    private void sendAll(AuthorityId authority, List<Outbox.Entry> batch, BooleanSupplier mayGoOn) {
        for (int i = 0; i < batch.size(); i++) {
            if (!mayGoOn.getAsBoolean()) {
                outbox.giveBack(authority, batch.subList(i, batch.size()), transactions.now());
                return;
            }
            var entry = batch.get(i);
            switch (channel.send(entry.id(), entry.message())) {
                case Channel.Outcome.Sent() -> {
                    outbox.done(authority, entry.id(), transactions.now());
                    pause = Pause.NONE;
                }
                case Channel.Outcome.Refused(var why) -> {
                    outbox.refused(authority, entry.id(), transactions.now());
                    triedAgain(entry, "refused for its address", why);
                }
                case Channel.Outcome.Deferred(var why) -> triedAgain(entry, "put off", why);
                case Channel.Outcome.Away(var why) -> {
                    leaveAlone(why);
                    outbox.giveBack(authority, batch.subList(i, batch.size()), transactions.now());
                    return;
                }
            }
        }
    }

    private static void triedAgain(Outbox.Entry entry, String what, String why) {
        LOG.warn("A message of kind {} was {} ({}); it is tried again", entry.kind(), what, why);
    }

    /** Nobody's message counts as tried while there is no server to try it with. */
    private void leaveAlone(String why) {
        if (pause.equals(Pause.NONE)) {
            LOG.warn("The mail server is away ({}); messages wait for it", why);
        }
        pause = pause.longer(wallTime.instant());
    }

    /** For how long the server is left alone, and until when. */
    private record Pause(Duration length, Instant until) {
        static final Pause NONE = new Pause(Duration.ZERO, Instant.EPOCH);

        Pause longer(Instant now) {
            var twice = length.isZero() ? Limits.MAIL_PAUSE : length.multipliedBy(2);
            var bounded = twice.compareTo(Limits.MAIL_PAUSE_MAX) < 0 ? twice : Limits.MAIL_PAUSE_MAX;
            return new Pause(bounded, now.plus(bounded));
        }
    }
}
