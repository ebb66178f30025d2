package org.guichet.app.platform;

import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether new rows find room on the disk of the database. On a full one rows can be changed in place for days, and jobs
 * go on, while nobody can ask or answer; so once something was refused for want of room, there is none until a lot of
 * it is found.
 */
@Component
public final class DiskRoom {
    private static final String FULL = "53100";

    // A quarter of a megabyte, in a file of its own that goes with the transaction.
    private static final String FILL = """
            create table room_tried as
            select md5(number::text) as filler
            from generate_series(1, 4000) as number""";

    private final JdbcClient jdbc;
    private final TransactionTemplate attempt;
    private volatile boolean isDoubted;

    DiskRoom(JdbcClient jdbc, PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.attempt = new TransactionTemplate(manager);
    }

    /** Throws as the database does if there is none. */
    public void check() {
        if (!isDoubted) {
            return;
        }
        // First, so that a doubt that comes up meanwhile stays.
        isDoubted = false;
        try {
            attempt.executeWithoutResult(status -> {
                status.setRollbackOnly();
                jdbc.sql(FILL).update();
            });
        } catch (DataAccessException | TransactionException failure) {
            isDoubted = true;
            throw failure;
        }
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
