package org.guichet.app.limit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what was counted: by a keyed hash, for all nodes. */
@Component
final class Tally {
    // The row decides, however many try at the same moment: whoever finds it full changes nothing.
    private static final String COUNT_ONE = """
            insert into tally (authority_id, bound, target, since, count)
            values (?, ?, ?, ?, 1)
            on conflict (authority_id, bound, target) do update
            set since = case when tally.since <= ? then excluded.since else tally.since end,
                count = case when tally.since <= ? then 1 else tally.count + 1 end
            where tally.since <= ? or tally.count < ?
            returning count""";

    private static final String TAKE_BACK = """
            update tally
            set count = count - 1
            where authority_id = ? and bound = ? and target = ? and count > 0""";

    private static final String SINCE = """
            select since
            from tally
            where authority_id = ? and bound = ? and target = ?""";

    // In one order on every node, so that two never wait for each other.
    private static final String ADD = """
            insert into tally (authority_id, bound, target, since, count)
            select ?, bound, target, since, count
            from unnest(?::text[], ?::text[], ?::timestamptz[], ?::int[]) as own (bound, target, since, count)
            order by bound, target
            on conflict (authority_id, bound, target) do update
            set since = greatest(tally.since, excluded.since),
                count = case
                    when tally.since = excluded.since then tally.count + excluded.count
                    when tally.since < excluded.since then excluded.count
                    else tally.count end
            returning bound, target, since, count""";

    private static final String FORGET = """
            delete from tally
            where authority_id = ? and bound = ? and since <= ?""";

    private final JdbcClient jdbc;

    Tally(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is counted: a keyed hash tells whom. */
    record Target(Bound bound, String hash) {}

    /** So many in the span that began then. */
    record Count(Target target, Instant since, int count) {}

    /** Counts one more in the span that began with the first; false, and nothing is changed, if it is full. */
    boolean countOne(AuthorityId authority, Target target, Instant now) {
        var over = Columns.at(now.minus(target.bound.within()));
        return jdbc.sql(COUNT_ONE)
                .params(authority.value(), target.bound.name(), target.hash, Columns.at(now))
                .params(over, over, over, target.bound.most())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The one that was counted last was none. */
    void takeBack(AuthorityId authority, Target target) {
        jdbc.sql(TAKE_BACK)
                .params(authority.value(), target.bound.name(), target.hash)
                .update();
    }

    /** When the span began that is full. */
    Optional<Instant> since(AuthorityId authority, Target target) {
        return jdbc.sql(SINCE)
                .params(authority.value(), target.bound.name(), target.hash)
                .query((row, _) -> Columns.instant(row, "since"))
                .optional();
    }

    /** Adds what one node counted; answers how many all nodes together did. */
    Map<Target, Count> add(AuthorityId authority, List<Count> own) {
        var totals = new HashMap<Target, Count>();
        jdbc.sql(ADD)
                .params(
                        authority.value(),
                        Columns.of(own, it -> it.target.bound.name()),
                        Columns.of(own, it -> it.target.hash),
                        Columns.of(own, Count::since),
                        Columns.of(own, Count::count))
                .query(row -> {
                    var target = new Target(Bound.valueOf(row.getString("bound")), row.getString("target"));
                    totals.put(target, new Count(target, Columns.instant(row, "since"), row.getInt("count")));
                });
        return totals;
    }

    void forget(AuthorityId authority, Instant now) {
        for (var bound : Bound.values()) {
            jdbc.sql(FORGET)
                    .params(authority.value(), bound.name(), Columns.at(now.minus(bound.within())))
                    .update();
        }
    }
}
