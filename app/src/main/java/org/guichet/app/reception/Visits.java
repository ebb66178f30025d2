package org.guichet.app.reception;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.registration.RequestId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of visits. */
@Component
public final class Visits {
    // Of two agents who begin the same visit one does; a ticket that another has drawn is refused too.
    private static final String BEGIN = """
            insert into visit
                (authority_id, offer_id, request_id, pool, centre, day, starts_at, state, step_id, ticket, arrived_at,
                ended_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    private static final String REMOVE = """
            delete from visit
            where authority_id = ? and offer_id = ? and step_id = ?""";

    // The step that was seen decides: whoever comes second finds another one and changes nothing.
    private static final String MOVE = """
            update visit
            set counter = ?, called_at = ?, ended_at = ?, state = ?, step_id = ?
            where authority_id = ? and offer_id = ? and state = ? and step_id = ?""";

    private static final String COLUMNS = """
             offer_id, request_id, pool, centre, day, starts_at, state, ticket, arrived_at, counter, called_at,
                ended_at, step_id
            from visit
            where authority_id = ?""";

    private static final String FIND = "select" + COLUMNS + " and offer_id = ?";
    private static final String ALL = "select" + COLUMNS + " and offer_id = any(?::uuid[])";
    private static final String LOCK = "select" + COLUMNS + " and offer_id = ? for update";

    // Two counters never take the same dossier: the row that one looks at is passed over by the other.
    private static final String NEXT = "select" + COLUMNS
            + " and centre = ? and day = ? and state = 'WAITING'"
            + " order by starts_at, arrived_at, offer_id"
            + " limit 1"
            + " for update skip locked";

    private static final String LAST_CALLED = "select" + COLUMNS
            + " and centre = ? and day = ? and called_at is not null"
            + " order by called_at desc"
            + " limit ?";

    private static final String TICKETS = """
            select ticket
            from visit
            where authority_id = ? and centre = ? and day = ? and ticket is not null""";

    private final JdbcClient jdbc;
    private final Steps steps;

    Visits(JdbcClient jdbc, Steps steps) {
        this.jdbc = jdbc;
        this.steps = steps;
    }

    Optional<Visit> find(AuthorityId authority, UUID offer) {
        return jdbc.sql(FIND)
                .params(authority.value(), offer)
                .query(Visits::visit)
                .optional();
    }

    /** Whether its persons were called to a counter and are there now. */
    public boolean isAtCounter(AuthorityId authority, UUID offer) {
        return find(authority, offer)
                .filter(it -> it.state() == Visit.State.CALLED)
                .isPresent();
    }

    /** The visit, and nobody else moves it until this transaction ends. */
    Optional<Visit> lock(AuthorityId authority, UUID offer) {
        return jdbc.sql(LOCK)
                .params(authority.value(), offer)
                .query(Visits::visit)
                .optional();
    }

    /** By its offer, for those of these appointments that have one. */
    Map<UUID, Visit> all(AuthorityId authority, Collection<UUID> offers) {
        return jdbc
                .sql(ALL)
                .params(authority.value(), Columns.of(offers, it -> it))
                .query(Visits::visit)
                .list()
                .stream()
                .collect(Collectors.toMap(it -> it.appointed().offer(), Function.identity()));
    }

    /**
     * Whoever waits longest by the appointed time and is looked at by nobody else; locked until this transaction ends.
     */
    Optional<Visit> next(AuthorityId authority, String centre, LocalDate day) {
        return jdbc.sql(NEXT)
                .params(authority.value(), centre, day)
                .query(Visits::visit)
                .optional();
    }

    /** Newest first. */
    public List<Visit> lastCalled(AuthorityId authority, String centre, LocalDate day, int most) {
        return jdbc.sql(LAST_CALLED)
                .params(authority.value(), centre, day, most)
                .query(Visits::visit)
                .list();
    }

    List<Integer> tickets(AuthorityId authority, String centre, LocalDate day) {
        return jdbc.sql(TICKETS)
                .params(authority.value(), centre, day)
                .query((row, _) -> row.getInt("ticket"))
                .list();
    }

    /** True for the one who began it; false also where the ticket is taken. */
    boolean begin(AuthorityId authority, Visit visit, Visit.Step step) {
        var appointed = visit.appointed();
        var begun = jdbc.sql(BEGIN)
                        .params(
                                authority.value(),
                                appointed.offer(),
                                appointed.request().value(),
                                appointed.pool(),
                                appointed.centre(),
                                appointed.day(),
                                Columns.at(appointed.startsAt()),
                                visit.state().name(),
                                visit.step())
                        .param(visit.ticket().orElse(null))
                        .param(visit.arrivedAt().map(Columns::at).orElse(null))
                        .param(visit.endedAt().map(Columns::at).orElse(null))
                        .update()
                == 1;
        if (begun) {
            steps.add(authority, appointed, Optional.empty(), step);
        }
        return begun;
    }

    /** True for the one who moved it. */
    boolean move(AuthorityId authority, Visit from, Visit to, Visit.Step step) {
        var moved = move(authority, from, to);
        if (moved) {
            steps.add(authority, from.appointed(), Optional.of(from), step);
        }
        return moved;
    }

    /** Puts a locked visit back to what its newest step left. */
    void restore(AuthorityId authority, Visit visit, Optional<Visit> left) {
        left.ifPresentOrElse(it -> move(authority, visit, it), () -> remove(authority, visit));
    }

    void remove(AuthorityId authority, Visit visit) {
        jdbc.sql(REMOVE)
                .params(authority.value(), visit.appointed().offer(), visit.step())
                .update();
    }

    private boolean move(AuthorityId authority, Visit from, Visit to) {
        return jdbc.sql(MOVE)
                        .param(to.call().map(Visit.Call::counter).orElse(null))
                        .param(to.call().map(it -> Columns.at(it.at())).orElse(null))
                        .param(to.endedAt().map(Columns::at).orElse(null))
                        .params(
                                to.state().name(),
                                to.step(),
                                authority.value(),
                                from.appointed().offer(),
                                from.state().name(),
                                from.step())
                        .update()
                == 1;
    }

    private static Visit visit(ResultSet row, int index) throws SQLException {
        return new Visit(
                new Visit.Appointed(
                        Columns.uuid(row, "offer_id"),
                        new RequestId(Columns.uuid(row, "request_id")),
                        row.getString("pool"),
                        row.getString("centre"),
                        row.getObject("day", LocalDate.class),
                        Columns.instant(row, "starts_at")),
                Visit.State.valueOf(row.getString("state")),
                Optional.of(row.getInt("ticket")).filter(it -> it > 0),
                Columns.optionalInstant(row, "arrived_at"),
                call(row, "counter", "called_at"),
                Columns.optionalInstant(row, "ended_at"),
                Columns.uuid(row, "step_id"));
    }

    static Optional<Visit.Call> call(ResultSet row, String counter, String at) throws SQLException {
        var number = row.getInt(counter);
        return Columns.optionalInstant(row, at).map(it -> new Visit.Call(number, it));
    }
}
