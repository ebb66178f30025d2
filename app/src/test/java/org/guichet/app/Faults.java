package org.guichet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.TransactionException;

/** A database that is lost, or killed, at a chosen moment: at a statement or commit, before or after it took effect. */
public final class Faults extends DelegatingDataSource {
    /** On which side of a step the database is lost; killed is lost before it, by the database itself. */
    public enum Side {
        BEFORE,
        AFTER,
        KILLED
    }

    private Side side = Side.BEFORE;
    private int left;
    private boolean fired;
    private String refusal = "";

    Faults(DataSource database) {
        super(database);
    }

    /** The database will be lost at this step, counted from 1. */
    public synchronized void arm(int step, Side when) {
        left = step;
        side = when;
        fired = false;
        refusal = "";
    }

    /** The database will refuse this step, counted from 1, with this state, such as 53100 for a full disk. */
    public synchronized void arm(int step, String state) {
        arm(step, Side.BEFORE);
        refusal = state;
    }

    /** The database is sound again; tells whether it was lost. */
    public synchronized boolean disarm() {
        left = 0;
        return fired;
    }

    /** Does something while the database is lost at this step; false once it has fewer steps, and was done whole. */
    public boolean isLostAt(int step, Side when, Runnable work) {
        arm(step, when);
        try {
            work.run();
            return disarm();
        } catch (DataAccessException | TransactionException lost) {
            assertThat(disarm()).as(lost.toString()).isTrue();
            assertThat(lost)
                    .rootCause()
                    .hasMessageMatching("The database is lost.*|FATAL: terminating connection.*|Connection is closed");
            return true;
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched(Connection.class, super.getConnection());
    }

    private synchronized boolean isLost() {
        var now = left > 0 && --left == 0;
        fired |= now;
        return now;
    }

    private <T> T watched(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                Faults.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> call(real, method, arguments == null ? new Object[0] : arguments)));
    }

    private Object call(Object real, Method method, Object[] arguments) throws Throwable {
        var step = method.getName().startsWith("execute") || method.getName().equals("commit");
        var lost = step && isLost();
        if (lost && side == Side.BEFORE) {
            throw new SQLException("The database is lost before " + method.getName(), refusal);
        }
        if (lost && side == Side.KILLED) {
            kill(real instanceof PreparedStatement statement ? statement.getConnection() : (Connection) real);
        }
        try {
            var result = method.invoke(real, arguments);
            if (lost && side == Side.AFTER) {
                throw new SQLException("The database is lost after " + method.getName());
            }
            return result instanceof PreparedStatement statement ? watched(PreparedStatement.class, statement) : result;
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    // As an operator does, or a database that is short of memory.
    private void kill(Connection connection) throws SQLException {
        try (var asked = connection.createStatement();
                var answer = asked.executeQuery("select pg_backend_pid()");
                var other = super.getConnection();
                var end = other.prepareStatement("select pg_terminate_backend(?, 10000)")) {
            answer.next();
            end.setInt(1, answer.getInt(1));
            end.executeQuery().close();
        }
    }
}
