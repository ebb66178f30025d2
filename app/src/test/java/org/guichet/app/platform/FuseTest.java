package org.guichet.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.guichet.app.World;
import org.junit.jupiter.api.Test;

/** How long a connection may leave whoever uses it without an answer; what is seen of it is in the journeys. */
final class FuseTest {
    private final DataSource connections = World.fresh().get(DataSource.class);

    @Test
    void a_person_waits_for_a_while_and_a_job_as_long_as_it_takes() {
        assertThat(patience()).isEqualTo(Duration.ofMinutes(5));
        Waited.run(() -> assertThat(patience()).isEqualTo(Limits.DATABASE_ANSWERS_WITHIN));
        assertThat(patience()).as("of whoever has the connection next").isEqualTo(Duration.ofMinutes(5));
    }

    private Duration patience() {
        try (var connection = connections.getConnection()) {
            return Duration.ofMillis(connection.getNetworkTimeout());
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
