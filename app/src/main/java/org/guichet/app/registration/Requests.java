package org.guichet.app.registration;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.notice.Reach;
import org.guichet.app.page.Language;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Vault;
import org.guichet.app.window.Window;
import org.guichet.core.allot.Together;
import org.guichet.core.draw.Label;
import org.guichet.core.ledger.leaf.Commitment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of requests and persons; personal data leaves them only through {@link #reach} and {@link #persons}. */
@Component
public final class Requests {
    // The unique submission decides that the same form sent twice is the same request, whatever runs at the same time.
    private static final String ADD = """
            insert into request
                (authority_id, request_id, pool, window_no, number, label, salt, submission, registered_at, language,
                persons, together, joined, centres, moments, preferred_centres, preferred_moments, impossible, reach,
                at_desk)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?, ?, ?, ?, ?, ?)
            on conflict (authority_id, submission) do nothing""";

    private static final String ADD_PERSON = """
            insert into person (authority_id, request_id, position, person_key, applicant)
            values (?, ?, ?, ?, ?)""";

    private static final String END = """
            update request
            set ended_at = ?, ending = ?
            where authority_id = ? and request_id = ? and ended_at is null""";

    private static final String CHANGE_WISHES = """
            update request
            set centres = ?, moments = ?, preferred_centres = ?, preferred_moments = ?, impossible = ?
            where authority_id = ? and request_id = ?""";

    private static final String CHANGE_REACH = """
            update request
            set reach = ?, at_desk = ?
            where authority_id = ? and request_id = ?""";

    private static final String COLUMNS = """
             request_id, pool, window_no, number, label, registered_at, language, persons, together, joined, at_desk,
                ended_at, ending, centres, moments, preferred_centres, preferred_moments, impossible
            from request
            where authority_id = ?""";

    private static final String FIND = "select" + COLUMNS + " and request_id = ?";
    private static final String BY_NUMBER = "select" + COLUMNS + " and number = ?";
    private static final String BY_SUBMISSION = "select" + COLUMNS + " and submission = ?";
    private static final String OF_WINDOW = "select" + COLUMNS + " and pool = ? and window_no = ?";
    private static final String LIVE = "select" + COLUMNS + " and pool = ? and not joined and ended_at is null";

    private static final String LIVE_PERSONS = """
            select coalesce(sum(persons), 0)
            from request
            where authority_id = ? and pool = ? and not joined and ended_at is null""";

    private static final String REACH = """
            select reach
            from request
            where authority_id = ? and request_id = ?""";

    private static final String PERSONS = """
            select position, applicant
            from person
            where authority_id = ? and request_id = ?
            order by position""";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final SecureRandom random;

    Requests(JdbcClient jdbc, Vault vault, SecureRandom random) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.random = random;
    }

    /** A request on its way into the table; {@code salt} and {@code personKeys} are what its label commits to. */
    record Draft(Request request, Application application, List<String> personKeys, String salt) {}

    Draft draft(Application application, Window window, List<String> personKeys, Instant now) {
        var salt = new byte[Commitment.SALT_BYTES];
        random.nextBytes(salt);
        var request = new Request(
                new RequestId(UUID.randomUUID()),
                window.pool(),
                window.number(),
                RequestNumber.draw(random),
                Openings.label(salt, window, now, personKeys),
                now,
                application.language(),
                application.persons().size(),
                application.together(),
                application.wishes(),
                false,
                application.reach().isAtTheDesk(),
                Optional.empty());
        return new Draft(request, application, personKeys, HexFormat.of().formatHex(salt));
    }

    public Request get(AuthorityId authority, RequestId id) {
        return jdbc.sql(FIND)
                .params(authority.value(), id.value())
                .query(Requests::request)
                .single();
    }

    public Optional<Request> find(AuthorityId authority, RequestNumber number) {
        return jdbc.sql(BY_NUMBER)
                .params(authority.value(), number.digits())
                .query(Requests::request)
                .optional();
    }

    public List<Request> ofWindow(AuthorityId authority, String pool, int window) {
        return jdbc.sql(OF_WINDOW)
                .params(authority.value(), pool, window)
                .query(Requests::request)
                .list();
    }

    /** Every request of the pool that a place may be given to. */
    public List<Request> live(AuthorityId authority, String pool) {
        return jdbc.sql(LIVE)
                .params(authority.value(), pool)
                .query(Requests::request)
                .list();
    }

    /** How many persons wait or have an appointment: as many places are needed. */
    public int livePersons(AuthorityId authority, String pool) {
        return jdbc.sql(LIVE_PERSONS)
                .params(authority.value(), pool)
                .query(Integer.class)
                .single();
    }

    public Reach reach(AuthorityId authority, RequestId id) {
        var locked = jdbc.sql(REACH)
                .params(authority.value(), id.value())
                .query(byte[].class)
                .single();
        return vault.unlock(locked, row(authority, id, "reach"), Reach.class);
    }

    /** The persons in the order in which they were named. */
    public List<Applicant> persons(AuthorityId authority, RequestId id) {
        return jdbc.sql(PERSONS)
                .params(authority.value(), id.value())
                .query((row, _) -> vault.unlock(
                        row.getBytes("applicant"), row(authority, id, row.getString("position")), Applicant.class))
                .list();
    }

    /** What became of a form. */
    public Optional<Request> find(AuthorityId authority, UUID submission) {
        return jdbc.sql(BY_SUBMISSION)
                .params(authority.value(), submission)
                .query(Requests::request)
                .optional();
    }

    /** False if the same form was sent before. */
    boolean add(AuthorityId authority, Draft draft) {
        var request = draft.request();
        var wishes = request.wishes();
        var added = jdbc.sql(ADD)
                        .params(
                                authority.value(),
                                request.id().value(),
                                request.pool(),
                                request.window(),
                                request.number().digits(),
                                request.label().hex(),
                                draft.salt(),
                                draft.application().submission(),
                                Columns.at(request.registeredAt()),
                                request.language().code(),
                                request.persons(),
                                request.together().name(),
                                array(wishes.centres()),
                                wishes.moments().bits(),
                                array(wishes.preferredCentres()),
                                wishes.preferredMoments().bits(),
                                array(wishes.impossible()),
                                vault.lock(draft.application().reach(), row(authority, request.id(), "reach")),
                                request.atDesk())
                        .update()
                == 1;
        for (int i = 0; added && i < draft.personKeys().size(); i++) {
            var applicant = draft.application().persons().get(i);
            addPerson(authority, request.id(), i + 1, draft.personKeys().get(i), applicant);
        }
        return added;
    }

    private void addPerson(AuthorityId authority, RequestId id, int position, String key, Applicant applicant) {
        jdbc.sql(ADD_PERSON)
                .params(
                        authority.value(),
                        id.value(),
                        position,
                        key,
                        vault.lock(applicant, row(authority, id, String.valueOf(position))))
                .update();
    }

    boolean end(AuthorityId authority, RequestId id, Request.Ending ending, Instant now) {
        return jdbc.sql(END)
                        .params(Columns.at(now), ending.name(), authority.value(), id.value())
                        .update()
                == 1;
    }

    void change(AuthorityId authority, RequestId id, Wishes wishes) {
        jdbc.sql(CHANGE_WISHES)
                .params(
                        array(wishes.centres()),
                        wishes.moments().bits(),
                        array(wishes.preferredCentres()),
                        wishes.preferredMoments().bits(),
                        array(wishes.impossible()),
                        authority.value(),
                        id.value())
                .update();
    }

    void change(AuthorityId authority, RequestId id, Reach reach) {
        jdbc.sql(CHANGE_REACH)
                .params(
                        vault.lock(reach, row(authority, id, "reach")),
                        reach.isAtTheDesk(),
                        authority.value(),
                        id.value())
                .update();
    }

    // Names the row that personal data is locked for, so that it cannot be copied to another request.
    private static String row(AuthorityId authority, RequestId id, String what) {
        return authority.value() + "/" + id.value() + "/" + what;
    }

    private static String[] array(List<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    private static Request request(ResultSet row, int index) throws SQLException {
        return new Request(
                new RequestId(Columns.uuid(row, "request_id")),
                row.getString("pool"),
                row.getInt("window_no"),
                new RequestNumber(row.getString("number")),
                new Label(row.getString("label")),
                Columns.instant(row, "registered_at"),
                Language.of(row.getString("language")).orElse(Language.FR),
                row.getInt("persons"),
                Together.valueOf(row.getString("together")),
                wishes(row),
                row.getBoolean("joined"),
                row.getBoolean("at_desk"),
                ended(row));
    }

    private static Optional<Request.Ended> ended(ResultSet row) throws SQLException {
        var why = row.getString("ending");
        return Columns.optionalInstant(row, "ended_at").map(at -> new Request.Ended(at, Request.Ending.valueOf(why)));
    }

    private static Wishes wishes(ResultSet row) throws SQLException {
        return new Wishes(
                Columns.texts(row, "centres"),
                new Moments(row.getInt("moments")),
                Columns.texts(row, "preferred_centres"),
                new Moments(row.getInt("preferred_moments")),
                Columns.texts(row, "impossible").stream()
                        .map(Wishes.Days::parse)
                        .toList());
    }
}
