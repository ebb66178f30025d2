package org.guichet.app.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import org.guichet.app.platform.Apart;
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
    private static final ThreadFactory THREADS =
            Thread.ofPlatform().name("mail-", 0).daemon().factory();

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

    /**
     * A batch of each authority in its turn, some batches at once, as long as {@code mayGoOn}: what is taken and not
     * sent when the service stops is given back.
     */
    public void send(Collection<AuthorityId> authorities, BooleanSupplier mayGoOn) {
        var until = wallTime.instant().plus(Limits.MAIL_SENT_FOR);
        var room = new Semaphore(Limits.MAIL_CONNECTIONS_MAX);
        var run = new Run(mayGoOn, ConcurrentHashMap.newKeySet());
        var batches = new ArrayList<CompletableFuture<Void>>();
        try (var threads = Executors.newThreadPerTaskExecutor(THREADS)) {
            Apart.inTurns(authorities, authority -> {
                var batch = take(authority, run);
                if (!batch.isEmpty()) {
                    room.acquireUninterruptibly();
                    batches.add(CompletableFuture.runAsync(() -> sendAll(authority, batch, run), threads)
                            .whenComplete((_, _) -> room.release()));
                }
                return batch.size() == BATCH && wallTime.instant().isBefore(until);
            });
        }
        Apart.each(batches, CompletableFuture::join);
    }

    /**
     * What is under way is not taken again, however long the mail server looks at it. Only whoever takes adds to it, so
     * that what became of all that was not in it just before is written down.
     */
    private record Run(BooleanSupplier mayGoOn, Set<UUID> underWay) {}

    private List<Outbox.Entry> take(AuthorityId authority, Run run) {
        if (!run.mayGoOn().getAsBoolean() || isPaused()) {
            return List.of();
        }
        var underWay = List.copyOf(run.underWay());
        var batch = transactions.of(now -> outbox.take(authority, now, BATCH, underWay));
        batch.forEach(it -> run.underWay().add(it.id()));
        return batch;
    }

    private boolean isPaused() {
        return wallTime.instant().isBefore(pause.until());
    }

    private void sendAll(AuthorityId authority, List<Outbox.Entry> batch, Run run) {
        try (var carrier = channel.carrier()) {
            for (int i = 0; i < batch.size(); i++) {
                if (!run.mayGoOn().getAsBoolean() || !isSent(authority, batch.get(i), carrier)) {
                    outbox.giveBack(authority, batch.subList(i, batch.size()), transactions.now());
                    return;
                }
            }
        } finally {
            batch.forEach(it -> run.underWay().remove(it.id()));
        }
    }

    /** False if nothing can be sent now. */
    private boolean isSent(AuthorityId authority, Outbox.Entry entry, Channel.Carrier carrier) {
        switch (carrier.send(entry.id(), entry.message())) {
            case Channel.Outcome.Sent() -> {
                outbox.done(authority, entry.id(), transactions.now());
                pause = Pause.NONE;
            }
            case Channel.Outcome.Refused(var why) ->
                LOG.warn(
                        "A message of kind {} was refused for its address ({}); {}",
                        entry.kind(),
                        why,
                        outbox.refused(authority, entry.id(), transactions.now())
                                ? "an agent is told"
                                : "it is tried again");
            case Channel.Outcome.Deferred(var why) ->
                LOG.warn("A message of kind {} was put off ({}); it is tried again", entry.kind(), why);
            case Channel.Outcome.Away(var why) -> {
                leaveAlone(why);
                return false;
            }
        }
        return true;
    }

    /** Nobody's message counts as tried while there is no server to try it with. */
    private synchronized void leaveAlone(String why) {
        if (isPaused()) {
            return;
        }
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
