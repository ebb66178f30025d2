package org.guichet.app.reception;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.appointment.Attendance;
import org.guichet.app.draw.Ranks;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.core.ledger.leaf.EventKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of steps: who moved a visit when, and what it was before; each is committed to in the journal. */
@Component
final class Steps {
    private static final String ADD = """
            insert into visit_step
                (authority_id, step_id, offer_id, kind, taken_at, sign_in, was_step, was_state, was_counter,
                was_called_at, accepted_at, lost_cohort, lost_position)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String FIND = """
            select step_id, kind, taken_at, sign_in, was_step, was_state, was_counter, was_called_at, accepted_at,
                lost_cohort, lost_position
            from visit_step
            where authority_id = ? and step_id = ?""";

    private static final String UNDO = """
            update visit_step
            set undone_at = ?, undone_by = ?
            where authority_id = ? and step_id = ?""";

    private final JdbcClient jdbc;
    private final Journal journal;

    Steps(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /** A step, and what it left; empty where it began the visit. */
    record Taken(Visit.Step step, Optional<Visit> left) {}

    void add(AuthorityId authority, Visit.Appointed appointed, Optional<Visit> left, Visit.Step step) {
        var call = left.flatMap(Visit::call);
        var rank = step.before().flatMap(Attendance.Before::rank);
        jdbc.sql(ADD)
                .params(
                        authority.value(),
                        step.id(),
                        appointed.offer(),
                        step.kind().name(),
                        Columns.at(step.at()),
                        step.signIn())
                .param(left.map(Visit::step).orElse(null))
                .param(left.map(it -> it.state().name()).orElse(null))
                .param(call.map(Visit.Call::counter).orElse(null))
                .param(call.map(it -> Columns.at(it.at())).orElse(null))
                .param(step.before().map(it -> Columns.at(it.acceptedAt())).orElse(null))
                .param(rank.map(Ranks.Rank::cohort).orElse(null))
                .param(rank.map(Ranks.Rank::position).orElse(null))
                .update();
        commit(authority, appointed, "step %s\nat %s\n".formatted(step.kind(), whole(step.at())));
    }

    /** The newest step of a visit. */
    Taken newest(AuthorityId authority, Visit visit) {
        return jdbc.sql(FIND)
                .params(authority.value(), visit.step())
                .query((row, _) -> new Taken(step(visit, row), left(visit, row)))
                .single();
    }

    /** Marks the newest step of a visit as undone. */
    void undone(AuthorityId authority, Visit visit, String by, Instant now) {
        jdbc.sql(UNDO)
                .params(Columns.at(now), by, authority.value(), visit.step())
                .update();
        commit(authority, visit.appointed(), "undone %s\nat %s\n".formatted(visit.step(), whole(now)));
    }

    private void commit(AuthorityId authority, Visit.Appointed appointed, String what) {
        journal.commit(
                authority, EventKind.ATTENDANCE, appointed.pool(), "offer %s\n%s".formatted(appointed.offer(), what));
    }

    private static Instant whole(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Visit.Step step(Visit visit, ResultSet row) throws SQLException {
        var kind = Visit.Step.Kind.valueOf(row.getString("kind"));
        var rank = new Ranks.Rank(visit.appointed().request(), row.getInt("lost_cohort"), row.getInt("lost_position"));
        return new Visit.Step(
                Columns.uuid(row, "step_id"),
                kind,
                Columns.instant(row, "taken_at"),
                row.getString("sign_in"),
                Columns.optionalInstant(row, "accepted_at")
                        .map(it -> new Attendance.Before(
                                it,
                                Optional.of(rank).filter(lost -> lost.position() > 0),
                                kind == Visit.Step.Kind.DEPOSIT)));
    }

    private static Optional<Visit> left(Visit visit, ResultSet row) throws SQLException {
        var state = Optional.ofNullable(row.getString("was_state")).map(Visit.State::valueOf);
        var call = Visits.call(row, "was_counter", "was_called_at");
        var step = Optional.ofNullable(row.getObject("was_step", UUID.class));
        return state.map(it -> visit.back(it, call, step.orElseThrow()));
    }
}
