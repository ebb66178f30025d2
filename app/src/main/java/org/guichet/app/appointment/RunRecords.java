package org.guichet.app.appointment;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Pool;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.Outcome;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Hasher;
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
            set run = ?, salt = ?
            where authority_id = ? and pool = ? and due_at = ?""";

    private final JdbcClient jdbc;
    private final RunTexts texts;
    private final Journal journal;
    private final SecureRandom random;

    RunRecords(JdbcClient jdbc, RunTexts texts, Journal journal, SecureRandom random) {
        this.jdbc = jdbc;
        this.texts = texts;
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
        jdbc.sql(KEEP)
                .params(run, salt, authority.value(), pool, Columns.at(due))
                .update();
        var line = new Pool(authority, pool);
        var input = new RunTexts.Id(line, due, RunTexts.Kind.INPUT);
        var outcome = new RunTexts.Id(line, due, RunTexts.Kind.OUTCOME);
        journal.append(
                authority,
                new Leaf.Allotment(
                        new PoolCode(pool),
                        run,
                        now.truncatedTo(ChronoUnit.SECONDS),
                        held.tally(),
                        keep(input, Commitment.hasher(Input.TYPE, salt), held.input()::tell),
                        keep(outcome, Commitment.hasher(Outcome.TYPE, salt), held.outcome()::tell)));
    }

    /** The commitment to it. */
    private Hash keep(RunTexts.Id id, Hasher commitment, Consumer<Consumer<String>> teller) {
        texts.add(
                id,
                lines -> teller.accept(line -> {
                    commitment.addLine(line);
                    lines.accept(line);
                }));
        return commitment.hash();
    }
}
