package org.guichet.bench.service;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.guichet.app.platform.EmbeddedDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The least that a database can be asked to keep: one row of 500 bytes and a key, one statement a transaction. */
public record BareRows(RunningService service) {
    private static final String BODY = "x".repeat(500);

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

    public BareRows {
        service.get(JdbcClient.class).sql(TABLE).update();
    }

    /** Through the connections of the service. */
    public void insert() {
        service.get(JdbcClient.class)
                .sql(INSERT)
                .params(RunningService.AUTHORITY.value(), UUID.randomUUID(), BODY)
                .update();
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
