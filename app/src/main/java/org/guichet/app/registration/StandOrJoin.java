package org.guichet.app.registration;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Pool;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts requests that were just recorded into the line, or joins them to those of their persons who stand there. Part of
 * the caller's transaction.
 */
@Component
final class StandOrJoin {
    // The row decides who tells, whatever runs at the same time; in one order everywhere, so that two never wait for
    // each other. Who was told already is left out before, so that a flood of forms for one person holds up nobody.
    private static final String TELL_ONCE = """
            insert into second_told (authority_id, request_id, told_at)
            select ?, request_id, asked_at
            from unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[]) as asked (request_id, asked_at, told_before)
            where not exists (
                select
                from second_told as earlier
                where earlier.authority_id = ? and earlier.request_id = asked.request_id and told_at > told_before)
            order by request_id
            on conflict (authority_id, request_id) do update
            set told_at = excluded.told_at
            where second_told.told_at <= excluded.told_at - ?::interval
            returning request_id""";

    private final JdbcClient jdbc;
    private final Standings standings;
    private final Requests requests;
    private final Correspondence correspondence;

    StandOrJoin(JdbcClient jdbc, Standings standings, Requests requests, Correspondence correspondence) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.requests = requests;
        this.correspondence = correspondence;
    }

    void stand(Pool pool, List<Draft> drafts) {
        var claims = drafts.stream()
                .map(it -> new Standings.Claim(it.request().id(), it.personKeys()))
                .toList();
        var earlier = standings.stand(pool, claims);
        standings.join(pool.authority(), earlier);
        var asked = new HashMap<RequestId, Instant>();
        for (var draft : drafts) {
            earlier.getOrDefault(draft.request().id(), List.of())
                    .forEach(first -> asked.putIfAbsent(first, draft.request().registeredAt()));
        }
        tell(pool.authority(), asked);
    }

    // A request for somebody who stands in the line looks like any other from outside; only the first contact hears of
    // it, and once a day at most: asking again floods nobody.
    private void tell(AuthorityId authority, Map<RequestId, Instant> asked) {
        if (asked.isEmpty()) {
            return;
        }
        requests.all(authority, tellOnce(authority, asked))
                .forEach((id, first) ->
                        correspondence.write(authority, first, Objects.requireNonNull(asked.get(id)), "second"));
    }

    private List<RequestId> tellOnce(AuthorityId authority, Map<RequestId, Instant> asked) {
        return jdbc.sql(TELL_ONCE)
                .params(
                        authority.value(),
                        Columns.of(asked.keySet(), RequestId::value),
                        Columns.of(asked.values(), it -> it),
                        Columns.of(asked.values(), it -> it.minus(Limits.SECOND_TOLD_ONCE_WITHIN)),
                        authority.value(),
                        Limits.SECOND_TOLD_ONCE_WITHIN.toString())
                .query((row, _) -> new RequestId(Columns.uuid(row, "request_id")))
                .list();
    }
}
