package org.guichet.app.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction, and the one instant at which all of it happens. */
@Component
public final class Transactions {
    private static final List<String> OUTAGES = List.of("08", "53", "57", "58");
    private static final String READ_ONLY = "25006";

    private final TransactionTemplate template;
    private final TransactionTemplate apart;
    private final Clock clock;
    private final DiskRoom room;
    private final LockTurns turns = new LockTurns();

    Transactions(PlatformTransactionManager manager, Clock clock, DiskRoom room) {
        this.template = new TransactionTemplate(manager);
        this.apart = new TransactionTemplate(manager);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.room = room;
    }

    public <T> T of(Function<Instant, T> work) {
        return in(template, () -> work.apply(clock.instant()));
    }

    public void run(Consumer<Instant> work) {
        of(now -> {
            work.accept(now);
            return now;
        });
    }

    /**
     * The same for work that begins with the lock of a line. Whoever waits for it here holds no connection meanwhile,
     * so that enough are left for everybody else.
     *
     * @throws java.util.concurrent.RejectedExecutionException if so many wait that the turn does not come
     */
    public <T> T inTurn(AuthorityId authority, String pool, Function<Instant, T> work) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? of(work)
                : turns.take(new Pool(authority, pool), () -> of(work));
    }

    /** A transaction of its own, whatever the caller has open: what it did is durable when it returns. */
    public <T> T apart(Supplier<T> work) {
        return in(apart, work);
    }

    private <T> T in(TransactionTemplate template, Supplier<T> work) {
        try {
            return Objects.requireNonNull(template.execute(_ -> work.get()));
        } catch (DataAccessException | TransactionException failure) {
            room.doubtAfter(failure);
            throw failure;
        }
    }

    /**
     * Whether the database did not answer or cannot write, so that asking it again at once is of no use: it is away,
     * stops, is full, or reads only. Where nothing could be rolled back after it, it is said beside that.
     */
    public static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (saysOutage(cause) || Arrays.stream(cause.getSuppressed()).anyMatch(Transactions::isOutage)) {
                return true;
            }
        }
        return false;
    }

    private static boolean saysOutage(Throwable failure) {
        return failure instanceof CannotCreateTransactionException
                || failure instanceof TransactionSystemException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof QueryTimeoutException
                || failure instanceof SQLTransientConnectionException
                || (failure instanceof SQLException said && saysOutage(said.getSQLState()));
    }

    // Connection lost; resources, such as the disk, exhausted; stopped by its operator; input or output broken.
    private static boolean saysOutage(@Nullable String state) {
        return state != null && (state.equals(READ_ONLY) || OUTAGES.stream().anyMatch(state::startsWith));
    }

    /** The instant outside any transaction: for looking only. */
    public Instant now() {
        return clock.instant();
    }
}
