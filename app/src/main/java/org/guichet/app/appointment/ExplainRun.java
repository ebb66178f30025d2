package org.guichet.app.appointment;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Pool;
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
            select run, due_at, held_at, encode(salt, 'hex') as salt
            from allotment_run
            where authority_id = ? and pool = ? and run is not null
            order by run desc
            limit 1""";

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

    private record Last(int run, Instant due, Instant at, String salt) {}

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
    private final RunTexts texts;
    private final Map<Pool, SoftReference<Kept>> kept = new ConcurrentHashMap<>();
    private final ReentrantLock reading = new ReentrantLock();

    ExplainRun(JdbcClient jdbc, RunTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    public Explanation explain(AuthorityId authority, String pool, Label label) {
        var line = new Pool(authority, pool);
        return jdbc.sql(LAST)
                .params(authority.value(), pool)
                .query((row, _) -> new Last(
                        row.getInt("run"),
                        Columns.instant(row, "due_at"),
                        Columns.instant(row, "held_at"),
                        row.getString("salt")))
                .optional()
                .map(last -> recorded(line, last).of(label))
                .orElseGet(NoRun::new);
    }

    private Recorded recorded(Pool pool, Last last) {
        return remembered(pool, last).orElseGet(() -> readOnce(pool, last));
    }

    private Recorded readOnce(Pool pool, Last last) {
        reading.lock();
        try {
            var found = remembered(pool, last);
            if (found.isPresent()) {
                return found.get();
            }
            // Not beside the one of before: two long lines are more than there may be memory for.
            kept.remove(pool);
            var read = read(pool, last);
            kept.put(pool, new SoftReference<>(new Kept(last.salt(), read)));
            return read;
        } finally {
            reading.unlock();
        }
    }

    private Optional<Recorded> remembered(Pool pool, Last last) {
        return Optional.ofNullable(kept.get(pool))
                .flatMap(it -> Optional.ofNullable(it.get()))
                .filter(it -> it.salt().equals(last.salt()))
                .map(Kept::recorded);
    }

    private Recorded read(Pool pool, Last last) {
        try {
            var input = Input.parse(lines(pool, last, RunTexts.Kind.INPUT));
            var outcome = Outcome.parse(lines(pool, last, RunTexts.Kind.OUTCOME), input);
            return new Recorded(last.run(), last.at(), new Held(input, outcome), new WhyNot(input, outcome));
        } catch (FormatException damaged) {
            throw new IllegalStateException("The record of run " + last.run() + " is damaged", damaged);
        }
    }

    private Iterator<String> lines(Pool pool, Last last, RunTexts.Kind kind) {
        return texts.lines(new RunTexts.Id(pool, last.due(), kind));
    }
}
