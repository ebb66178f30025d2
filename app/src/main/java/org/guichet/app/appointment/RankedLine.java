package org.guichet.app.appointment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.draw.Ranks;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.precedence.Claims;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.Requests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who waits for a place of a pool, by cohort and drawn position, and what each brings. */
@Component
final class RankedLine {
    private static final String AFTER = """
            select rank.request_id, rank.cohort, rank.position
            from rank
            join request on request.authority_id = rank.authority_id and request.request_id = rank.request_id
            where rank.authority_id = ? and rank.pool = ? and (rank.cohort, rank.position) > (?, ?)
                and request.pool = rank.pool and""" + LineIndex.WAITS + " order by rank.cohort, rank.position limit ?";

    private static final int READ_TOGETHER = 5_000;
    private static final Map<RequestId, String> NO_CLASSES = Map.of();

    private final JdbcClient jdbc;
    private final Catalogues catalogues;
    private final Requests requests;
    private final Refused refused;
    private final Claims claims;

    RankedLine(JdbcClient jdbc, Catalogues catalogues, Requests requests, Refused refused, Claims claims) {
        this.jdbc = jdbc;
        this.catalogues = catalogues;
        this.requests = requests;
        this.refused = refused;
        this.claims = claims;
    }

    /** A request, its class, empty in the ordinary one, and the times it said no to. */
    record Waiting(Request request, String legalClass, Set<Instant> saidNo) {}

    /** The whole line, however long, one after the other: it is read in parts, and nothing of it is kept. */
    void each(AuthorityId authority, String pool, Instant now, Consumer<Waiting> work) {
        each(authority, pool, now, READ_TOGETHER, work);
    }

    /** So many a part. */
    void each(AuthorityId authority, String pool, Instant now, int most, Consumer<Waiting> work) {
        // Once for all: whoever is given precedence meanwhile has it in the next run.
        var classes = isPrecedenceDeclared(authority, pool) ? claims.granted(authority, pool) : NO_CLASSES;
        List<Ranks.Rank> part;
        var cohort = 0;
        var position = 0;
        do {
            part = after(authority, pool, cohort, position, most);
            of(authority, part.stream().map(Ranks.Rank::request).toList(), classes, now)
                    .forEach(work);
            if (!part.isEmpty()) {
                cohort = part.getLast().cohort();
                position = part.getLast().position();
            }
        } while (part.size() == most);
    }

    private List<Ranks.Rank> after(AuthorityId authority, String pool, int cohort, int position, int most) {
        return jdbc.sql(AFTER)
                .params(authority.value(), pool, cohort, position, most)
                .query((row, _) -> new Ranks.Rank(
                        new RequestId(Columns.uuid(row, "request_id")), row.getInt("cohort"), row.getInt("position")))
                .list();
    }

    /** These requests of a pool, in this order. */
    List<Waiting> of(AuthorityId authority, String pool, List<RequestId> ids, Instant now) {
        var classes = isPrecedenceDeclared(authority, pool) ? claims.granted(authority, ids) : NO_CLASSES;
        return of(authority, ids, classes, now);
    }

    private boolean isPrecedenceDeclared(AuthorityId authority, String pool) {
        return catalogues
                .of(authority)
                .procedure(pool)
                .orElseThrow()
                .precedence()
                .isDeclared();
    }

    private List<Waiting> of(AuthorityId authority, List<RequestId> ids, Map<RequestId, String> classes, Instant now) {
        var found = requests.all(authority, ids);
        var saidNo = refused.by(authority, ids, now);
        return ids.stream()
                .map(id -> new Waiting(
                        Objects.requireNonNull(found.get(id)),
                        classes.getOrDefault(id, ""),
                        saidNo.getOrDefault(id, Set.of())))
                .toList();
    }
}
