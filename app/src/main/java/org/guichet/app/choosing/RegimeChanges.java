package org.guichet.app.choosing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.PoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Since when which regime holds, for everybody to read; each change is a leaf of the journal. */
@Component
public final class RegimeChanges {
    private static final String ADD = """
            insert into regime_change (authority_id, pool, change_no, changed_at, regime)
            values (?, ?, ?, ?, ?)""";

    private static final String NEWEST = """
            select change_no, changed_at, regime
            from regime_change
            where authority_id = ? and pool = ?
            order by change_no desc
            limit ?""";

    /** From an instant on this regime held. */
    public record Change(int number, Instant at, Regime regime) {}

    // What everybody begins with, before there is a row.
    private static final Change BEGINNING = new Change(0, Instant.EPOCH, Regime.DRAW);

    private final JdbcClient jdbc;
    private final Journal journal;

    RegimeChanges(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /** Newest first. */
    List<Change> newest(AuthorityId authority, String pool, int most) {
        return jdbc.sql(NEWEST)
                .params(authority.value(), pool, most)
                .query(RegimeChanges::change)
                .list();
    }

    boolean isKnown(AuthorityId authority, String pool, Regime regime) {
        return last(authority, pool).regime() == regime;
    }

    /** Writes down a regime that is another than before. The lock of the pool is held. */
    void note(AuthorityId authority, String pool, Regime regime, Instant now) {
        var last = last(authority, pool);
        if (last.regime() == regime) {
            return;
        }
        // The clock of another node may be behind; the journal never goes back.
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        var at = second.isBefore(last.at()) ? last.at() : second;
        jdbc.sql(ADD)
                .params(authority.value(), pool, last.number() + 1, Columns.at(at), regime.name())
                .update();
        journal.append(authority, new Leaf.Regime(new PoolCode(pool), at, regime == Regime.CHOICE));
    }

    private Change last(AuthorityId authority, String pool) {
        return newest(authority, pool, 1).stream().findFirst().orElse(BEGINNING);
    }

    private static Change change(ResultSet row, int index) throws SQLException {
        return new Change(
                row.getInt("change_no"), Columns.instant(row, "changed_at"), Regime.valueOf(row.getString("regime")));
    }
}
