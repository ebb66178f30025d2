package org.guichet.app.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.guichet.app.appointment.Offers;
import org.guichet.app.catalogue.Horizon;
import org.guichet.app.draw.Ranks;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.GroupCommit;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.RequestNumber;
import org.guichet.app.registration.Requests;
import org.guichet.core.allot.Together;
import org.guichet.core.draw.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads how requests stand. Those who look at the same moment share one statement, which begins after each of them
 * came: nobody is shown what was true before. Nothing is kept.
 */
@Component
final class Glances implements AutoCloseable {
    private static final String READ = """
            select request_id, pool, window_no, number, label, registered_at, persons, joined, at_desk,
                together, centres, moments, preferred_centres, preferred_moments, impossible, legal_class,
                request_ended_at, ending, closes_at, draw_at, draw_again_at, request_count, drawn_position, cohort,
                position, asleep_since, offer_id, state, made_at, answer_by, ended_at, centre, starts_at, ends_at,
                chosen, reach_changed_at
            from status_facts
            where authority_id = ? and request_id = any(?::uuid[])
            order by request_id, made_at desc""";

    private final JdbcClient jdbc;
    private final GroupCommit<AuthorityId, RequestId, Optional<Glance>> together;

    Glances(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.together = new GroupCommit<>(
                this::read,
                Transactions::isOutage,
                new GroupCommit.Bounds(
                        Limits.LOOKING_AT_ONCE_MAX,
                        Limits.LOOKED_AT_TOGETHER_MAX,
                        Limits.WAITING_TO_LOOK_MAX,
                        Limits.LOOKING_APART));
    }

    /** Empty where there is no such request any more. */
    Optional<Glance> at(AuthorityId authority, RequestId request) {
        return together.write(authority, request);
    }

    private List<Optional<Glance>> read(AuthorityId authority, List<RequestId> requests) {
        var found = new HashMap<RequestId, Glance>();
        jdbc.sql(READ)
                .params(authority.value(), Columns.of(requests, RequestId::value))
                .query(row -> {
                    var id = new RequestId(Columns.uuid(row, "request_id"));
                    var glance = found.get(id);
                    if (glance == null) {
                        glance = glance(id, row);
                        found.put(id, glance);
                    }
                    if (row.getString("offer_id") != null) {
                        glance.offers().add(Offers.offer(row, 0));
                    }
                });
        return requests.stream().map(it -> Optional.ofNullable(found.get(it))).toList();
    }

    private static Glance glance(RequestId id, ResultSet row) throws SQLException {
        return new Glance(
                new Glance.Asked(
                        row.getString("pool"),
                        row.getInt("window_no"),
                        new RequestNumber(row.getString("number")),
                        new Label(row.getString("label")),
                        Columns.instant(row, "registered_at"),
                        row.getInt("persons"),
                        row.getBoolean("joined"),
                        row.getBoolean("at_desk"),
                        ended(row),
                        Columns.optionalInstant(row, "reach_changed_at")),
                new Glance.Wanted(
                        new Horizon.Group(row.getInt("persons"), Together.valueOf(row.getString("together"))),
                        Requests.wishes(row),
                        Optional.ofNullable(row.getString("legal_class"))),
                new Glance.Drawn(Columns.instant(row, "closes_at"), drawAt(row), standing(row), rank(id, row)),
                row.getString("asleep_since") != null,
                new ArrayList<>());
    }

    private static Optional<Request.Ended> ended(ResultSet row) throws SQLException {
        var why = row.getString("ending");
        return Columns.optionalInstant(row, "request_ended_at")
                .map(at -> new Request.Ended(at, Request.Ending.valueOf(why)));
    }

    // After a draw that was void, the next.
    private static Instant drawAt(ResultSet row) throws SQLException {
        var again = Columns.optionalInstant(row, "draw_again_at");
        return again.isPresent() ? again.get() : Columns.instant(row, "draw_at");
    }

    private static Optional<StatusPage.Standing> standing(ResultSet row) throws SQLException {
        var position = row.getInt("drawn_position");
        return position == 0
                ? Optional.empty()
                : Optional.of(new StatusPage.Standing(position, row.getInt("request_count")));
    }

    private static Optional<Ranks.Rank> rank(RequestId id, ResultSet row) throws SQLException {
        var position = row.getInt("position");
        return position == 0 ? Optional.empty() : Optional.of(new Ranks.Rank(id, row.getInt("cohort"), position));
    }

    /** Waits for those who are looking. */
    @Override
    public void close() {
        together.close();
    }
}
