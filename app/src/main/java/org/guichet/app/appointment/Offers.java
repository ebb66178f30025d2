package org.guichet.app.appointment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.RequestId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of offers and of requests that sleep. Whoever gets an offer leaves the line, and whoever has none any more
 * enters it again, as long as he waits.
 */
@Component
public final class Offers {
    private static final String FIELDS =
            " offer_id, request_id, pool, state, made_at, answer_by, ended_at, centre, starts_at, ends_at, chosen";

    private static final String ADD = "with left_line as (" + LineIndex.LEAVE + ")" + """
            insert into offer
                (authority_id, offer_id, request_id, pool, state, made_at, answer_by, centre, starts_at, ends_at,
                chosen, cut_short)
            values (?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?)""";

    // The state that was left decides: of two answers at once, or an answer and the end of the time, one finds it gone.
    private static final String MOVE = """
            update offer
            set state = ?, ended_at = ?
            where authority_id = ? and offer_id = ? and state = ?
            returning""" + FIELDS;

    // The deadline is read again: it may have moved since it was found to be over.
    private static final String END = """
            update offer
            set state = case when cut_short or not ? then 'LAPSED' else 'SILENT' end, ended_at = ?
            where authority_id = ? and offer_id = ? and state = 'OPEN' and answer_by <= ?
            returning state""";

    private static final String REOPEN = """
            update offer
            set state = 'ACCEPTED', ended_at = ?
            where authority_id = ? and offer_id = ? and state = ?""";

    private static final String COLUMNS = FIELDS + " from offer where authority_id = ?";

    private static final String FIND = "select" + COLUMNS + " and offer_id = ?";
    private static final String FIND_STAYING = FIND + " for share";
    private static final String OF_REQUEST = "select" + COLUMNS + " and request_id = ? order by made_at desc";
    private static final String LIVE = "select" + COLUMNS + " and pool = ? and state in ('OPEN', 'ACCEPTED')";
    private static final String OVER = "select" + COLUMNS + " and state = 'OPEN' and answer_by <= ? order by answer_by";
    private static final String OF_DAY = "select" + COLUMNS
            + " and centre = ? and starts_at >= ? and starts_at < ?"
            + " and state in ('ACCEPTED', 'CLOSED', 'ABSENT', 'MET')"
            + " order by starts_at, offer_id";

    private static final String LIVE_IN = "select" + COLUMNS
            + " and centre = ? and starts_at >= ? and starts_at < ? and pool = ? and state in ('OPEN', 'ACCEPTED')"
            + " order by starts_at, offer_id for no key update";

    private static final String FALL_ASLEEP = """
            insert into sleep (authority_id, request_id, since)
            values (?, ?, ?)
            on conflict (authority_id, request_id) do nothing""";

    private static final String WAKE = """
            delete from sleep
            where authority_id = ? and request_id = ?""";

    private static final String IS_ASLEEP = """
            select exists (
                select
                from sleep
                where authority_id = ? and request_id = ?)""";

    private final JdbcClient jdbc;
    private final LineIndex line;

    Offers(JdbcClient jdbc, LineIndex line) {
        this.jdbc = jdbc;
        this.line = line;
    }

    public Optional<Offer> find(AuthorityId authority, UUID id) {
        return jdbc.sql(FIND).params(authority.value(), id).query(Offers::offer).optional();
    }

    /** The same, and nothing becomes of it until this transaction ends. */
    public Offer staying(AuthorityId authority, UUID id) {
        return list(FIND_STAYING, authority.value(), id).getFirst();
    }

    /** Newest first. */
    public List<Offer> ofRequest(AuthorityId authority, RequestId request) {
        return list(OF_REQUEST, authority.value(), request.value());
    }

    public Optional<Offer> live(AuthorityId authority, RequestId request) {
        return ofRequest(authority, request).stream().filter(Offer::isLive).findFirst();
    }

    /** The appointments of a centre between two instants, those that were kept, missed or closed too. */
    public List<Offer> ofDay(AuthorityId authority, String centre, Instant from, Instant until) {
        return list(OF_DAY, authority.value(), centre, Columns.at(from), Columns.at(until));
    }

    /** What is open or accepted in a centre between two instants; nobody else does anything with it meanwhile. */
    List<Offer> liveIn(AuthorityId authority, String pool, String centre, Instant from, Instant until) {
        return list(LIVE_IN, authority.value(), centre, Columns.at(from), Columns.at(until), pool);
    }

    public boolean isAsleep(AuthorityId authority, RequestId request) {
        return jdbc.sql(IS_ASLEEP)
                .params(authority.value(), request.value())
                .query(Boolean.class)
                .single();
    }

    public List<Offer> live(AuthorityId authority, String pool) {
        return list(LIVE, authority.value(), pool);
    }

    List<Offer> over(AuthorityId authority, Instant now) {
        return list(OVER, authority.value(), Columns.at(now.minus(Limits.ANSWER_GRACE)));
    }

    private List<Offer> list(String statement, Object... parameters) {
        return jdbc.sql(statement).params(parameters).query(Offers::offer).list();
    }

    /** One that is cut short leaves less time than usual: without an answer it lapses. */
    void add(AuthorityId authority, Offer offer, boolean isCutShort) {
        jdbc.sql(ADD)
                .params(
                        authority.value(),
                        offer.request().value(),
                        authority.value(),
                        offer.id(),
                        offer.request().value(),
                        offer.pool(),
                        Columns.at(offer.madeAt()),
                        Columns.at(offer.answerBy()),
                        offer.centre(),
                        Columns.at(offer.startsAt()),
                        Columns.at(offer.endsAt()),
                        offer.chosen(),
                        isCutShort)
                .update();
    }

    /** What it is now, for the one who moved it; empty for everybody else. */
    Optional<Offer> move(AuthorityId authority, Offer offer, Offer.State from, Offer.State to, Instant now) {
        var moved = jdbc.sql(MOVE)
                .params(to.name(), Columns.at(now), authority.value(), offer.id(), from.name())
                .query(Offers::offer)
                .optional();
        moved.filter(it -> !it.isLive()).ifPresent(it -> line.enter(authority, it.request()));
        return moved;
    }

    /** Ends it if nobody answered in time; what it is then. Whoever was not told of it in time was not silent. */
    Optional<Offer.State> end(AuthorityId authority, Offer offer, boolean wasTold, Instant now) {
        var ended = jdbc.sql(END)
                .params(
                        wasTold,
                        Columns.at(now),
                        authority.value(),
                        offer.id(),
                        Columns.at(now.minus(Limits.ANSWER_GRACE)))
                .query(String.class)
                .optional()
                .map(Offer.State::valueOf);
        ended.ifPresent(_ -> line.enter(authority, offer.request()));
        return ended;
    }

    /** Makes it the appointment again that it was since {@code acceptedAt}; the request holds no other offer. */
    boolean reopen(AuthorityId authority, Offer offer, Instant acceptedAt) {
        line.leave(authority, offer.request());
        return jdbc.sql(REOPEN)
                        .params(
                                Columns.at(acceptedAt),
                                authority.value(),
                                offer.id(),
                                offer.state().name())
                        .update()
                == 1;
    }

    void fallAsleep(AuthorityId authority, RequestId request, Instant now) {
        jdbc.sql(FALL_ASLEEP)
                .params(authority.value(), request.value(), Columns.at(now))
                .update();
        line.leave(authority, request);
    }

    /** True if it slept. */
    boolean wake(AuthorityId authority, RequestId request) {
        var slept = jdbc.sql(WAKE).params(authority.value(), request.value()).update() == 1;
        if (slept) {
            line.enter(authority, request);
        }
        return slept;
    }

    /** The request has ended: it waits no more. */
    void leaveLine(AuthorityId authority, RequestId request) {
        line.leave(authority, request);
    }

    /** It has another rank than before. */
    void enterLineAgain(AuthorityId authority, RequestId request) {
        line.enterAgain(authority, request);
    }

    /** An offer whose columns stand in a row under the names of its table. */
    public static Offer offer(ResultSet row, int index) throws SQLException {
        return new Offer(
                Columns.uuid(row, "offer_id"),
                new RequestId(Columns.uuid(row, "request_id")),
                row.getString("pool"),
                Offer.State.valueOf(row.getString("state")),
                Columns.instant(row, "made_at"),
                Columns.instant(row, "answer_by"),
                Columns.optionalInstant(row, "ended_at"),
                row.getString("centre"),
                Columns.instant(row, "starts_at"),
                Columns.instant(row, "ends_at"),
                row.getBoolean("chosen"));
    }
}
