package org.guichet.app.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * Lets nobody wait for a database that is known to be away: while there is no connection to it at all, one at a time
 * asks again, a second after the last, and all others are refused at once. A pool whose connections are all in use is
 * waited for as ever. Where a person waits, a connection that does not answer for a while is given up.
 */
final class Fuse extends DelegatingDataSource {
    private final HikariDataSource pool;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile boolean away;
    private volatile long refusedAt;

    private Fuse(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!away || pool.getHikariPoolMXBean().getTotalConnections() > 0) {
            return ask();
        }
        if (System.nanoTime() - refusedAt < Limits.DATABASE_ASKED_AGAIN.toNanos()
                || !asking.compareAndSet(false, true)) {
            throw new SQLTransientConnectionException("The database is away");
        }
        try {
            return ask();
        } finally {
            asking.set(false);
        }
    }

    private Connection ask() throws SQLException {
        try {
            var connection = super.getConnection();
            away = false;
            return Waited.isFor() ? hurried(connection) : connection;
        } catch (SQLException refused) {
            refusedAt = System.nanoTime();
            away = true;
            throw refused;
        }
    }

    // The pool sets it back. The driver needs nobody to run anything for it.
    private static Connection hurried(Connection connection) throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, (int) Limits.DATABASE_ANSWERS_WITHIN.toMillis());
            return connection;
        } catch (SQLException broken) {
            connection.close();
            throw broken;
        }
    }

    /** Puts one before the pool, whatever else stands before it. */
    @Component
    static final class Installed implements BeanPostProcessor, PriorityOrdered {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof HikariDataSource pool ? new Fuse(pool) : bean;
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }
}
