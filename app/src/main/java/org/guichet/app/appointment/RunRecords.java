package org.guichet.app.appointment;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.leaf.Commitment;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.PoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what went into each run and came out of it, and commits to both in the journal. */
@Component
final class RunRecords {
    private static final String LAST_NUMBER = """
            select coalesce(max(run), 0)
            from allotment_run
            where authority_id = ? and pool = ?""";

    private static final String KEEP = """
            update allotment_run
            set run = ?, salt = ?, input = ?, outcome = ?
            where authority_id = ? and pool = ? and due_at = ?""";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final SecureRandom random;

    RunRecords(JdbcClient jdbc, Journal journal, SecureRandom random) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.random = random;
    }

    /** Part of the run's transaction, under the lock of the pool: so numbers follow one another. */
    void keep(AuthorityId authority, String pool, Instant due, Held held, Instant now) {
        var run = jdbc.sql(LAST_NUMBER)
                        .params(authority.value(), pool)
                        .query(Integer.class)
                        .single()
                + 1;
        var salt = new byte[Commitment.SALT_BYTES];
        random.nextBytes(salt);
        var input = held.input().text();
        var outcome = held.outcome().text();
        jdbc.sql(KEEP)
                .params(run, salt, input, outcome, authority.value(), pool, Columns.at(due))
                .update();
        journal.append(
                authority,
                new Leaf.Allotment(
                        new PoolCode(pool),
                        run,
                        now.truncatedTo(ChronoUnit.SECONDS),
                        held.tally(),
                        commitment(salt, input),
                        commitment(salt, outcome)));
    }

    // The first line of the text says what it is, so that one is never opened as the other.
    private static Hash commitment(byte[] salt, String text) {
        return Commitment.of(text.lines().findFirst().orElseThrow(), salt, text.getBytes(StandardCharsets.UTF_8));
    }
}
