package org.guichet.app.appointment;

import java.lang.ref.SoftReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.Outcome;
import org.guichet.core.allot.Refusal;
import org.guichet.core.allot.WhyNot;
import org.guichet.core.draw.Label;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.text.FormatException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Explains the last run of a pool to whoever got nothing in it. After a run many ask at the same moment, and the record
 * of a long line is large: it is read by one of them, and kept for the others while there is memory for it.
 */
@Component
public final class ExplainRun {
    // The salt is drawn anew for each run, so it tells runs apart also where their numbers begin again.
    private static final String LAST = """
            select run, encode(salt, 'hex') as salt
            from allotment_run
            where authority_id = ? and pool = ? and run is not null
            order by run desc
            limit 1""";

    private static final String READ = """
            select run, held_at, input, outcome
            from allotment_run
            where authority_id = ? and pool = ? and run = ?""";

    /** What the last run of a pool was for a request. */
    public sealed interface Explanation {}

    /** Why it got nothing: the run with its figures, the certificate (rule 14), and what it says. */
    public record WhyNothing(int run, Instant at, Leaf.Tally tally, Refusal refusal, Obstacle obstacle)
            implements Explanation {}

    /** It was served, whatever its person has answered since. */
    public record Served(Instant at) implements Explanation {}

    /** It did not wait in it. */
    public record NotInIt() implements Explanation {}

    /** No run is kept in which anybody waited. */
    public record NoRun() implements Explanation {}

    private record Line(AuthorityId authority, String pool) {}

    private record Last(int run, String salt) {}

    /** A run as it was recorded, and what explains it. */
    private record Recorded(int run, Instant at, Held held, WhyNot whyNot) {
        Explanation of(Label label) {
            return whyNot.refusal(label.hex())
                    .<Explanation>map(refusal -> new WhyNothing(run, at, held.tally(), refusal, obstacle(label)))
                    .orElseGet(() -> held.serves(label) ? new Served(at) : new NotInIt());
        }

        private Obstacle obstacle(Label label) {
            var turn = held.input().line().stream()
                    .filter(it -> it.label().equals(label.hex()))
                    .findFirst()
                    .orElseThrow();
            return Obstacle.of(turn, held.input().stock());
        }
    }

    private record Kept(String salt, Recorded recorded) {}

    private final JdbcClient jdbc;
    private final Map<Line, SoftReference<Kept>> kept = new ConcurrentHashMap<>();
    private final ReentrantLock reading = new ReentrantLock();

    ExplainRun(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Explanation explain(AuthorityId authority, String pool, Label label) {
        var line = new Line(authority, pool);
        return jdbc.sql(LAST)
                .params(authority.value(), pool)
                .query((row, _) -> new Last(row.getInt("run"), row.getString("salt")))
                .optional()
                .flatMap(last -> recorded(line, last))
                .map(it -> it.of(label))
                .orElseGet(NoRun::new);
    }

    private Optional<Recorded> recorded(Line line, Last last) {
        var found = remembered(line, last);
        return found.isPresent() ? found : readOnce(line, last);
    }

    private Optional<Recorded> readOnce(Line line, Last last) {
        reading.lock();
        try {
            var found = remembered(line, last);
            if (found.isPresent()) {
                return found;
            }
            var read = read(line, last);
            read.ifPresent(it -> kept.put(line, new SoftReference<>(new Kept(last.salt(), it))));
            return read;
        } finally {
            reading.unlock();
        }
    }

    private Optional<Recorded> remembered(Line line, Last last) {
        return Optional.ofNullable(kept.get(line))
                .flatMap(it -> Optional.ofNullable(it.get()))
                .filter(it -> it.salt().equals(last.salt()))
                .map(Kept::recorded);
    }

    private Optional<Recorded> read(Line line, Last last) {
        return jdbc.sql(READ)
                .params(line.authority().value(), line.pool(), last.run())
                .query(ExplainRun::recorded)
                .optional();
    }

    private static Recorded recorded(ResultSet row, int index) throws SQLException {
        var run = row.getInt("run");
        try {
            var input = Input.parse(row.getString("input"));
            var held = new Held(input, Outcome.parse(row.getString("outcome"), input));
            return new Recorded(run, Columns.instant(row, "held_at"), held, new WhyNot(held.input(), held.outcome()));
        } catch (FormatException damaged) {
            throw new IllegalStateException("The record of run " + run + " is damaged", damaged);
        }
    }
}
