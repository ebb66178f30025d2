package org.guichet.bench.service;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.guichet.bench.measure.Row;
import org.guichet.bench.measure.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database of the service holds of requests since a bench began, against what people were told. */
public final class Recorded {
    private static final String SUBMISSIONS = """
            select submission
            from request
            where authority_id = ?""";

    private static final String LEAVES = """
            select count(*)
            from leaf
            where authority_id = ? and body like 'guichet.org/request@v1%'""";

    private static final String JOINED = """
            select count(*)
            from request
            where authority_id = ? and joined""";

    private final JdbcClient jdbc;
    private final Set<UUID> before;
    private final long leavesBefore;
    private final long joinedBefore;

    public Recorded(RunningService service) {
        this.jdbc = service.get(JdbcClient.class);
        this.before = Set.copyOf(submissions());
        this.leavesBefore = count(LEAVES);
        this.joinedBefore = count(JOINED);
    }

    /** Counts what is lost, twice or half-written among the forms that were answered with a number. */
    public void count(Rows rows, Set<UUID> answered, long answeredTwice) {
        var recorded = submissions().stream().filter(it -> !before.contains(it)).toList();
        var found = new HashSet<>(recorded);
        var lost = answered.stream().filter(it -> !found.contains(it)).count();
        var leaves = count(LEAVES) - leavesBefore;
        rows.print(Row.wrong("duplicates", "requests", recorded.size() - found.size() + answeredTwice, found.size()));
        rows.print(Row.wrong("lost", "requests", lost, answered.size()));
        rows.print(Row.wrong("without exactly one leaf", "requests", Math.abs(leaves - found.size()), found.size()));
    }

    /** How many were requests of somebody who stood in the line already. */
    public long joined() {
        return count(JOINED) - joinedBefore;
    }

    private List<UUID> submissions() {
        return jdbc.sql(SUBMISSIONS)
                .params(RunningService.AUTHORITY.value())
                .query((row, _) -> row.getObject("submission", UUID.class))
                .list();
    }

    private long count(String sql) {
        return jdbc.sql(sql)
                .params(RunningService.AUTHORITY.value())
                .query(Long.class)
                .single();
    }
}
