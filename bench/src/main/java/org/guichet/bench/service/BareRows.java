package org.guichet.bench.service;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.guichet.app.platform.EmbeddedDatabase;
import org.guichet.app.platform.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The least that a database can be asked to keep: one row of 500 bytes and a key, one statement a transaction. */
public record BareRows(RunningService service) {
    private static final String BODY = "x".repeat(500);

    private static final String CHANGED = "y".repeat(500);

    private static final String TABLE = """
            create table if not exists bench_row (
                authority_id int not null,
                row_id uuid not null,
                body text not null,
                primary key (authority_id, row_id)
            )""";

    private static final String INSERT = """
            insert into bench_row (authority_id, row_id, body)
            values (?, ?, ?)""";

    private static final String INSERT_MANY = """
            insert into bench_row (authority_id, row_id, body)
            select ?, gen_random_uuid(), ?
            from generate_series(1, ?)""";

    private static final String CHANGE = """
            update bench_row
            set body = ?
            where authority_id = ? and row_id = ?""";

    private static final UUID FIRST = new UUID(0, 1);

    public BareRows {
        var jdbc = service.get(JdbcClient.class);
        jdbc.sql(TABLE).update();
        jdbc.sql(INSERT + " on conflict do nothing")
                .params(RunningService.AUTHORITY.value(), FIRST, BODY)
                .update();
    }

    /** Through the connections of the service. */
    public void insert() {
        service.get(JdbcClient.class)
                .sql(INSERT)
                .params(RunningService.AUTHORITY.value(), UUID.randomUUID(), BODY)
                .update();
    }

    /** So many in one statement. */
    public void insert(int count) {
        service.get(JdbcClient.class)
                .sql(INSERT_MANY)
                .params(RunningService.AUTHORITY.value(), BODY, count)
                .update();
    }

    /** Two statements in one transaction, through the connections of the service. */
    public void changeAndInsert() {
        var jdbc = service.get(JdbcClient.class);
        var row = UUID.randomUUID();
        service.get(Transactions.class).run(_ -> {
            jdbc.sql(INSERT).params(RunningService.AUTHORITY.value(), row, BODY).update();
            jdbc.sql(CHANGE)
                    .params(CHANGED, RunningService.AUTHORITY.value(), FIRST)
                    .update();
        });
    }

    /** Through a connection of the caller's own. */
    public void insert(Connection connection) {
        try (var statement = connection.prepareStatement(INSERT)) {
            statement.setInt(1, RunningService.AUTHORITY.value());
            statement.setObject(2, UUID.randomUUID());
            statement.setString(3, BODY);
            statement.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** To the same database, past the service. */
    public Connection connect() {
        var database = service.get(EmbeddedDatabase.class);
        try {
            return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
