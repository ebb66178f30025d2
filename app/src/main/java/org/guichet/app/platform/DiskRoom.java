package org.guichet.app.platform;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether new rows find room on the disk of the database. On a full one rows can be changed in place for days, and jobs
 * go on, while nobody can ask or answer. Where something was refused for want of room, there is none until a lot of it
 * is found; and since that may be seen by another node only, room is looked for now and then in any case.
 */
@Component
public final class DiskRoom {
    private static final String FULL = "53100";

    // A quarter of a megabyte, in a file of its own that goes with the transaction. Unlogged: it costs the log nothing,
    // and a log that finds no room would stop the database.
    private static final String FILL = """
            create unlogged table room_tried as
            select md5(number::text) as filler
            from generate_series(1, 4000) as number""";

    private final JdbcClient jdbc;
    private final TransactionTemplate attempt;
    private final InstantSource clock;
    private volatile boolean isDoubted;
    private volatile Instant foundAt = Instant.EPOCH;

    DiskRoom(JdbcClient jdbc, PlatformTransactionManager manager, Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.attempt = new TransactionTemplate(manager);
    }

    /** Throws as the database does if there is none. */
    public void check() {
        var now = clock.instant();
        if (!isDoubted && isLately(now)) {
            return;
        }
        // First, so that a doubt that comes up meanwhile stays.
        isDoubted = false;
        try {
            attempt.executeWithoutResult(status -> {
                status.setRollbackOnly();
                jdbc.sql(FILL).update();
            });
            foundAt = now;
        } catch (DataAccessException | TransactionException failure) {
            isDoubted = true;
            throw failure;
        }
    }

    // A clock may be put back too.
    private boolean isLately(Instant now) {
        return !now.isBefore(foundAt) && now.isBefore(foundAt.plus(Limits.ROOM_TRIED_EVERY));
    }

    void doubtAfter(Throwable failure) {
        if (saysFull(failure)) {
            isDoubted = true;
        }
    }

    private static boolean saysFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said && FULL.equals(said.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
