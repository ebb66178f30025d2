package org.guichet.app.outage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.DiskRoom;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.guichet.core.ledger.leaf.Leaf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rule 15: no deadline ends while the service is down. The service says again and again that it is alive; where it did
 * not for a while, that was an outage. Whoever finds it writes it down, publishes it and moves every deadline, in one
 * transaction.
 */
@Component
public final class Outages {
    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

    private static final String SEEN = """
            select seen_at, database_at, clock_timestamp() as database_now
            from alive
            where authority_id = ?""";

    // Of several nodes that come back one accounts for the outage; the others wait, and find it done.
    private static final String SEEN_ALONE = SEEN + " for update";

    private static final String BEAT = """
            insert into alive (authority_id, seen_at, database_at)
            values (?, ?, clock_timestamp())
            on conflict (authority_id) do update
            set seen_at = excluded.seen_at, database_at = excluded.database_at""";

    private static final String ADD = """
            insert into outage (authority_id, began_at, ended_at)
            values (?, ?, ?)""";

    private static final String NEWEST = """
            select began_at, ended_at
            from outage
            where authority_id = ?
            order by began_at desc
            limit ?""";

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final DiskRoom room;
    private final Journal journal;
    private final ObjectProvider<Deadlines> deadlines;
    private final Map<AuthorityId, Instant> beats = new ConcurrentHashMap<>();

    Outages(
            JdbcClient jdbc,
            Transactions transactions,
            DiskRoom room,
            Journal journal,
            ObjectProvider<Deadlines> deadlines) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.room = room;
        this.journal = journal;
        this.deadlines = deadlines;
    }

    /**
     * Says that the service is alive, and accounts for the outage if it was not. Where new rows find no room it says
     * nothing, though this one could be changed.
     */
    public void beat(AuthorityId authority) {
        room.check();
        beats.put(authority, beaten(authority));
    }

    /**
     * Asked before a deadline may decide anything: an outage that nobody has accounted for yet is accounted for in the
     * caller's transaction.
     */
    public void account(AuthorityId authority) {
        var now = transactions.now();
        // What this node said itself a moment ago is durable, and need not be read.
        if (Seen.isLongAgo(Duration.between(beats.getOrDefault(authority, Instant.EPOCH), now))
                && seen(SEEN, authority).stream().anyMatch(it -> it.isLongAgo(now))) {
            beaten(authority);
        }
    }

    private Instant beaten(AuthorityId authority) {
        return transactions.of(now -> {
            seen(SEEN_ALONE, authority).stream()
                    .filter(it -> it.isLongAgo(now))
                    .forEach(it -> end(authority, Outage.of(it.at(), it.ago(now)), now));
            jdbc.sql(BEAT).params(authority.value(), Columns.at(now)).update();
            return now;
        });
    }

    /** Newest first. */
    public List<Outage> newest(AuthorityId authority, int most) {
        return jdbc.sql(NEWEST)
                .params(authority.value(), most)
                .query((row, _) -> new Outage(Columns.instant(row, "began_at"), Columns.instant(row, "ended_at")))
                .list();
    }

    private void end(AuthorityId authority, Outage outage, Instant now) {
        jdbc.sql(ADD)
                .params(authority.value(), Columns.at(outage.from()), Columns.at(outage.until()))
                .update();
        journal.append(authority, new Leaf.Outage(outage.from(), outage.until()));
        deadlines.orderedStream().forEach(it -> it.move(authority, outage, now));
        LOG.warn("The service was down from {} until {}; deadlines moved", outage.from(), outage.until());
    }

    private List<Seen> seen(String statement, AuthorityId authority) {
        return jdbc.sql(statement)
                .params(authority.value())
                .query(Outages::seen)
                .list();
    }

    private static Seen seen(ResultSet row, int index) throws SQLException {
        return new Seen(
                Columns.instant(row, "seen_at"),
                Duration.between(Columns.instant(row, "database_at"), Columns.instant(row, "database_now")));
    }

    /** The last word of the service: when, and how long ago that is for the database. */
    private record Seen(Instant at, Duration database) {
        // A clock that was put ahead, or that differs between two nodes, is no outage: the time must have passed for
        // the database too.
        Duration ago(Instant now) {
            var own = Duration.between(at, now);
            return own.compareTo(database) < 0 ? own : database;
        }

        boolean isLongAgo(Instant now) {
            return isLongAgo(ago(now));
        }

        static boolean isLongAgo(Duration since) {
            return since.compareTo(Limits.OUTAGE_MIN) > 0;
        }
    }
}
