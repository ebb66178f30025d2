package org.guichet.app.appointment;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.Outcome;
import org.guichet.core.allot.Refusal;
import org.guichet.core.allot.WhyNot;
import org.guichet.core.draw.Label;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.leaf.Commitment;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.PoolCode;
import org.guichet.core.text.FormatException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what went into each run and came out of it, and commits to both in the journal. */
@Component
public final class RunRecords {
    private static final String LAST_NUMBER = """
            select coalesce(max(run), 0)
            from allotment_run
            where authority_id = ? and pool = ?""";

    private static final String KEEP = """
            update allotment_run
            set run = ?, salt = ?, input = ?, outcome = ?
            where authority_id = ? and pool = ? and due_at = ?""";

    private static final String LAST = """
            select run, held_at, input, outcome
            from allotment_run
            where authority_id = ? and pool = ? and run is not null
            order by run desc
            limit 1""";

    /** A run, its number and when it was held. */
    private record Kept(int run, Instant at, String input, String outcome) {}

    /** Why a request got nothing in a run: the run with its figures, and the certificate (rule 14). */
    public record WhyNothing(int run, Instant at, Leaf.Tally tally, Refusal refusal) {}

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

    /** Empty where the request was not in the last run of its pool, or was served by it. */
    public Optional<WhyNothing> whyNothing(AuthorityId authority, String pool, Label label) {
        return jdbc.sql(LAST)
                .params(authority.value(), pool)
                .query(RunRecords::kept)
                .optional()
                .flatMap(kept -> whyNothing(kept, label));
    }

    private static Optional<WhyNothing> whyNothing(Kept kept, Label label) {
        try {
            var input = Input.parse(kept.input());
            var held = new Held(input, Outcome.parse(kept.outcome(), input));
            return new WhyNot(input, held.outcome())
                    .refusal(label.hex())
                    .map(refusal -> new WhyNothing(kept.run(), kept.at(), held.tally(), refusal));
        } catch (FormatException damaged) {
            throw new IllegalStateException("The record of run " + kept.run() + " is damaged", damaged);
        }
    }

    // The first line of the text says what it is, so that one is never opened as the other.
    private static Hash commitment(byte[] salt, String text) {
        return Commitment.of(text.lines().findFirst().orElseThrow(), salt, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Kept kept(ResultSet row, int index) throws SQLException {
        return new Kept(
                row.getInt("run"), Columns.instant(row, "held_at"), row.getString("input"), row.getString("outcome"));
    }
}
