package org.guichet.bench.contention;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;
import org.guichet.bench.service.RunningService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The least that deciding who gets a place can be: one row a place, one statement an attempt. */
final class BarePlaces {
    private static final String TABLE = """
            create table bench_place (
                authority_id int not null,
                place_id int not null,
                holder uuid,
                primary key (authority_id, place_id)
            )""";

    private static final String FILL = """
            insert into bench_place (authority_id, place_id)
            select ?, generate_series(0, ?)""";

    private static final String TAKE = """
            update bench_place
            set holder = ?
            where authority_id = ? and place_id = ? and holder is null""";

    private final int places;
    private final long seed;

    BarePlaces(RunningService service, int places, long seed) {
        this.places = places;
        this.seed = seed;
        var jdbc = service.get(JdbcClient.class);
        jdbc.sql(TABLE).update();
        jdbc.sql(FILL).params(RunningService.AUTHORITY.value(), places - 1).update();
    }

    /** Takes one of the places, unless somebody has it. */
    void take(Connection connection, int number) {
        try (var statement = connection.prepareStatement(TAKE)) {
            statement.setObject(1, UUID.randomUUID());
            statement.setInt(2, RunningService.AUTHORITY.value());
            statement.setInt(3, new Random(seed + number).nextInt(places));
            statement.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
