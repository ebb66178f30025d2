package org.guichet.bench.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.guichet.bench.journal.ServedJournal;
import org.guichet.bench.measure.Row;
import org.guichet.bench.measure.Rows;
import org.guichet.bench.service.RunningService;
import org.guichet.verifier.Main;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is there after all: in the database, and in the journal as anybody reads and verifies it. */
final class Kept {
    private static final String REQUEST_LEAF = "guichet.org/request@v1";

    private static final String SUBMISSIONS = """
            select submission
            from request
            where authority_id = ? and pool = ?""";

    // Each was made by people of whom nobody asked twice: who stands nowhere was written in part.
    private static final String IN_PART = """
            select count(*)
            from request
            where authority_id = ? and pool = ?
                and (joined
                    or persons <> (
                        select count(*)
                        from standing
                        where standing.authority_id = request.authority_id
                            and standing.request_id = request.request_id)
                    or not exists (
                        select
                        from notice
                        where notice.authority_id = request.authority_id
                            and notice.request_id = request.request_id))""";

    private static final String LABELS = """
            select label
            from request
            where authority_id = ? and pool = ?""";

    private static final String LEFT_BY_JOBS = """
            select (
                select count(*)
                from leaf
                where authority_id = ?)
                + (
                select count(*)
                from scheduled_tasks
                where execution_time < now() - interval '5 seconds')""";

    private final RunningService service;
    private final JdbcClient jdbc;

    Kept(RunningService service) {
        this.service = service;
        jdbc = service.get(JdbcClient.class);
    }

    void count(Rows rows, List<Crowd.Asked> asked) {
        var recorded = submissions();
        var found = Set.copyOf(recorded);
        var lost = asked.stream().filter(it -> !found.contains(it.submission())).count();
        var asNew = new HashSet<UUID>();
        var toldTwice = asked.stream()
                .filter(it -> it.asNew() && !asNew.add(it.submission()))
                .count();
        rows.print(Row.wrong("lost", "requests", lost, asked.size()));
        rows.print(Row.wrong("twice", "requests", recorded.size() - found.size() + toldTwice, found.size()));
        rows.print(Row.wrong("written in part", "requests", count(IN_PART), found.size()));
        rows.print(Row.wrong("without exactly one leaf", "requests", withoutOneLeaf(), found.size()));
        rows.print(Row.wrong("journals that do not verify", "journals", isVerified() ? 0 : 1, 1));
    }

    /** Leaves that wait for their place in the journal, and jobs that nobody does though it is time. */
    long leftByJobs() {
        return jdbc.sql(LEFT_BY_JOBS)
                .params(RunningService.AUTHORITY.value())
                .query(Long.class)
                .single();
    }

    private List<UUID> submissions() {
        return jdbc.sql(SUBMISSIONS)
                .params(RunningService.AUTHORITY.value(), RunningService.POOL)
                .query((row, _) -> row.getObject("submission", UUID.class))
                .list();
    }

    /** Requests whose label is not in the journal exactly once, and leaves of requests that are not there. */
    private long withoutOneLeaf() {
        var leaves = new HashMap<String, Integer>();
        try (var journal = new ServedJournal(service.journal())) {
            journal.entries(journal.checkpoint().size()).stream()
                    .map(it -> new String(it, UTF_8))
                    .filter(it -> it.startsWith(REQUEST_LEAF))
                    .forEach(it ->
                            leaves.merge(it.substring(it.lastIndexOf(' ') + 1).strip(), 1, Integer::sum));
        }
        jdbc.sql(LABELS)
                .params(RunningService.AUTHORITY.value(), RunningService.POOL)
                .query(String.class)
                .list()
                .forEach(it -> leaves.merge(it, -1, Integer::sum));
        return leaves.values().stream().filter(it -> it != 0).count();
    }

    private boolean isVerified() {
        var report = new StringWriter();
        return Main.command()
                        .setOut(new PrintWriter(report))
                        .setErr(new PrintWriter(report))
                        .execute(service.journal().toString(), "--json")
                == 0;
    }

    private long count(String statement) {
        return jdbc.sql(statement)
                .params(RunningService.AUTHORITY.value(), RunningService.POOL)
                .query(Long.class)
                .single();
    }
}
