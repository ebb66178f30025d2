package org.guichet.app.draw;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.registration.Correspondence;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.Requests;
import org.guichet.core.draw.Lot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An order that is just being drawn: a lot, a rank and a message for each request, however many. */
@Component
final class NewOrder {
    private static final String ADD_LOTS = """
            insert into lot (authority_id, pool, window_no, position, label, lot)
            select ?, ?, ?, ? + drawn.position, drawn.label, drawn.lot
            from unnest(?::text[], ?::text[]) with ordinality as drawn (label, lot, position)""";

    private static final String ADD_RANKS = """
            insert into rank (authority_id, pool, request_id, cohort, position)
            select lot.authority_id, lot.pool, request_id, lot.window_no, position
            from lot
            join request on request.authority_id = lot.authority_id and request.pool = lot.pool
                and request.window_no = lot.window_no and request.label = lot.label
            where lot.authority_id = ? and lot.pool = ? and lot.window_no = ?""";

    // Whoever was sent to the end of this cohort from an older one was not drawn in it.
    private static final String RANKED = """
            select request_id, position
            from rank
            join request using (authority_id, pool, request_id)
            where rank.authority_id = ? and rank.pool = ? and cohort = ? and window_no = cohort
                and position > ? and position <= ?
            order by position""";

    private static final int PART = 10_000;

    private static final int TOLD_TOGETHER = 1_000;

    private final JdbcClient jdbc;
    private final Requests requests;
    private final Correspondence correspondence;

    NewOrder(JdbcClient jdbc, Requests requests, Correspondence correspondence) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.correspondence = correspondence;
    }

    /** Writes the lots, and the rank of each request; part of the caller's transaction. */
    void add(AuthorityId authority, Drawing drawing, List<Lot> order) {
        addLots(authority, drawing, order);
        addRanks(authority, drawing);
    }

    private void addLots(AuthorityId authority, Drawing drawing, List<Lot> order) {
        for (var from = 0; from < order.size(); from += PART) {
            var part = order.subList(from, Math.min(from + PART, order.size()));
            jdbc.sql(ADD_LOTS)
                    .params(
                            authority.value(),
                            drawing.pool(),
                            drawing.window(),
                            from,
                            part.stream().map(it -> it.label().hex()).toArray(String[]::new),
                            part.stream().map(it -> it.position().hex()).toArray(String[]::new))
                    .update();
        }
    }

    private void addRanks(AuthorityId authority, Drawing drawing) {
        var added = jdbc.sql(ADD_RANKS)
                .params(authority.value(), drawing.pool(), drawing.window())
                .update();
        if (added != drawing.count()) {
            throw new IllegalStateException(
                    "Of " + drawing.count() + " in the list of " + drawing.id() + " " + added + " are requests");
        }
    }

    /** Writes to everybody in it who still waits; part of the caller's transaction. */
    void tell(AuthorityId authority, Drawing drawing, Instant now) {
        for (var after = 0; after < drawing.count(); after += TOLD_TOGETHER) {
            tell(authority, ranked(authority, drawing, after), drawing.count(), now);
        }
    }

    private void tell(AuthorityId authority, List<Ranked> some, int count, Instant now) {
        var known = requests.all(authority, some.stream().map(Ranked::request).toList());
        for (var each : some) {
            var request = Objects.requireNonNull(known.get(each.request()));
            if (request.ended().isEmpty()) {
                correspondence.write(authority, request, now, "drawn", "position", each.position(), "count", count);
            }
        }
    }

    /** A request at the place it was drawn, counted from 1. */
    private record Ranked(RequestId request, int position) {}

    private List<Ranked> ranked(AuthorityId authority, Drawing drawing, int after) {
        return jdbc.sql(RANKED)
                .params(authority.value(), drawing.pool(), drawing.window(), after, after + TOLD_TOGETHER)
                .query((row, _) -> new Ranked(new RequestId(Columns.uuid(row, "request_id")), row.getInt("position")))
                .list();
    }
}
