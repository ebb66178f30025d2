package org.guichet.app.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guichet.app.notice.Reach;
import org.guichet.app.page.Language;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Locked;
import org.guichet.app.platform.Pool;
import org.guichet.app.platform.Vault;
import org.guichet.core.allot.Together;
import org.guichet.core.draw.Label;
import org.guichet.core.draw.LabelList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of requests and persons; personal data leaves them only through {@link #reach} and {@link #persons}. */
@Component
public final class Requests {
    // The unique submission decides that the same form sent twice is the same request, whatever runs at the same time;
    // forms go in in one order everywhere, so that two transactions never wait for each other. Only that key is asked
    // before: looking for a number that is taken would cost as much again, and of two thousand drafts one meets one
    // where
    // five million were given.
    private static final String ADD = """
            insert into request
                (authority_id, request_id, pool, window_no, number, label, salt, submission, registered_at, language,
                persons, together, joined, centres, moments, preferred_centres, preferred_moments, impossible, reach,
                at_desk)
            select ?, request_id, ?, window_no, number, label, salt, submission, registered_at, language, persons,
                together, false, centres::text[], moments, preferred_centres::text[], preferred_moments,
                impossible::text[], reach, at_desk
            from unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::timestamptz[], ?::text[],
                ?::int[], ?::text[], ?::text[], ?::int[], ?::text[], ?::int[], ?::text[], ?::bytea[], ?::boolean[])
                as draft (request_id, window_no, number, label, salt, submission, registered_at, language, persons,
                together, centres, moments, preferred_centres, preferred_moments, impossible, reach, at_desk)
            order by submission
            on conflict (authority_id, submission) do nothing
            returning request_id""";

    private static final String ADD_PERSONS = """
            insert into person (authority_id, request_id, position, person_key, applicant)
            select ?, request_id, position, person_key, applicant
            from unnest(?::uuid[], ?::int[], ?::text[], ?::bytea[])
                as applicant (request_id, position, person_key, applicant)""";

    private static final String END = """
            update request
            set ended_at = ?, ending = ?
            where authority_id = ? and request_id = ? and ended_at is null""";

    private static final String CHANGE_WISHES = """
            update request
            set together = ?, centres = ?, moments = ?, preferred_centres = ?, preferred_moments = ?, impossible = ?
            where authority_id = ? and request_id = ?""";

    private static final String CHANGE_REACH = """
            update request
            set reach = ?, at_desk = ?, reach_changed_at = ?
            where authority_id = ? and request_id = ?""";

    private static final int FETCHED = 1_000;

    private static final String COLUMNS = """
             request_id, pool, window_no, number, label, registered_at, language, persons, together, joined, at_desk,
                ended_at, ending, reach_changed_at, centres, moments, preferred_centres, preferred_moments, impossible
            from request
            where authority_id = ?""";

    private static final String FIND = "select" + COLUMNS + " and request_id = ?";
    private static final String ALL = "select" + COLUMNS + " and request_id = any(?::uuid[])";
    private static final String BY_NUMBER = "select" + COLUMNS + " and number = ?";
    private static final String BY_SUBMISSION = "select submission," + COLUMNS + " and submission = any(?::uuid[])";
    private static final String OF_WINDOW = "select" + COLUMNS + " and pool = ? and window_no = ?";
    private static final String LABELS = """
            select label
            from request
            where authority_id = ? and pool = ? and window_no = ?""";

    private static final String EARLIER_ID = """
            select earlier_id
            from joining
            where authority_id = ? and request_id = ?
                and (
                    select array_agg(person_key order by person_key)
                    from person
                    where person.authority_id = joining.authority_id
                        and person.request_id = joining.request_id)
                = (
                    select array_agg(person_key order by person_key)
                    from person
                    where person.authority_id = joining.authority_id
                        and person.request_id = joining.earlier_id)""";

    private static final String EARLIER = "select" + COLUMNS + " and request_id = (" + EARLIER_ID + ")";

    private static final String LIVE_PERSONS = """
            select coalesce(sum(persons), 0)
            from (
                select persons
                from request
                where authority_id = ? and pool = ? and not joined and ended_at is null
                limit ?) as live""";

    private static final String REACHES = """
            select request_id, reach
            from request
            where authority_id = ? and request_id = any(?::uuid[])""";

    private static final String PERSONS = """
            select request_id, position, applicant
            from person
            where authority_id = ? and request_id = any(?::uuid[])
            order by request_id, position""";

    private final JdbcClient jdbc;
    private final Vault vault;

    Requests(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    public Request get(AuthorityId authority, RequestId id) {
        return jdbc.sql(FIND)
                .params(authority.value(), id.value())
                .query(Requests::request)
                .single();
    }

    public Map<RequestId, Request> all(AuthorityId authority, Collection<RequestId> ids) {
        return jdbc
                .sql(ALL)
                .params(authority.value(), Columns.of(ids, RequestId::value))
                .query(Requests::request)
                .list()
                .stream()
                .collect(Collectors.toMap(Request::id, Function.identity()));
    }

    /** The request that a joined one is part of, if it is of the same persons, no more and no fewer. */
    public Optional<Request> earlier(AuthorityId authority, RequestId joined) {
        return jdbc.sql(EARLIER)
                .params(authority.value(), authority.value(), joined.value())
                .query(Requests::request)
                .optional();
    }

    public Optional<Request> find(AuthorityId authority, RequestNumber number) {
        return jdbc.sql(BY_NUMBER)
                .params(authority.value(), number.digits())
                .query(Requests::request)
                .optional();
    }

    /** The labels of a window, however many; within a transaction they come in parts. */
    public LabelList labels(AuthorityId authority, String pool, int window) {
        var labels = new LabelList();
        jdbc.sql(LABELS)
                .withFetchSize(FETCHED)
                .params(authority.value(), pool, window)
                .query(row -> {
                    labels.add(new Label(row.getString("label")));
                });
        return labels;
    }

    /** Every request of a window, one after the other; within a transaction they come in parts. */
    public void eachOfWindow(AuthorityId authority, String pool, int window, Consumer<Request> work) {
        jdbc.sql(OF_WINDOW)
                .withFetchSize(FETCHED)
                .params(authority.value(), pool, window)
                .query(row -> {
                    work.accept(request(row, row.getRow()));
                });
    }

    /** Whether more than so many persons wait or have an appointment: as many places are needed. */
    public boolean areLivePersonsMoreThan(int count, AuthorityId authority, String pool) {
        // Each request has a person or more, so that no more of them need to be read.
        return jdbc.sql(LIVE_PERSONS)
                        .params(authority.value(), pool, count + 1)
                        .query(Long.class)
                        .single()
                > count;
    }

    public Reach reach(AuthorityId authority, RequestId id) {
        return Objects.requireNonNull(reaches(authority, List.of(id)).get(id));
    }

    Map<RequestId, Reach> reaches(AuthorityId authority, Collection<RequestId> ids) {
        var found = new HashMap<RequestId, Reach>();
        jdbc.sql(REACHES)
                .params(authority.value(), Columns.of(ids, RequestId::value))
                .query(row -> {
                    var id = new RequestId(Columns.uuid(row, "request_id"));
                    found.put(id, vault.unlock(row.getBytes("reach"), place(authority, id, "reach"), Reach.class));
                });
        return found;
    }

    /** The persons in the order in which they were named. */
    public List<Applicant> persons(AuthorityId authority, RequestId id) {
        return Objects.requireNonNull(persons(authority, List.of(id)).get(id));
    }

    /** The same for each of these requests. */
    public Map<RequestId, List<Applicant>> persons(AuthorityId authority, Collection<RequestId> ids) {
        var found = new HashMap<RequestId, List<Applicant>>();
        jdbc.sql(PERSONS)
                .params(authority.value(), Columns.of(ids, RequestId::value))
                .query(row -> {
                    var id = new RequestId(Columns.uuid(row, "request_id"));
                    var locked = place(authority, id, row.getString("position"));
                    found.computeIfAbsent(id, _ -> new ArrayList<>())
                            .add(vault.unlock(row.getBytes("applicant"), locked, Applicant.class));
                });
        return found;
    }

    /** Requests by the form they came with. */
    Map<UUID, Request> find(AuthorityId authority, List<UUID> submissions) {
        var found = new HashMap<UUID, Request>();
        jdbc.sql(BY_SUBMISSION)
                .params(authority.value(), Columns.of(submissions, it -> it))
                .query((row, index) -> found.put(Columns.uuid(row, "submission"), request(row, index)))
                .list();
        return found;
    }

    /** What became of a form. */
    public Optional<Request> find(AuthorityId authority, UUID submission) {
        return Optional.ofNullable(find(authority, List.of(submission)).get(submission));
    }

    /**
     * All drafts of one pool but those whose form was sent before; answers which.
     *
     * @throws org.springframework.dao.DuplicateKeyException if a number is taken
     */
    Set<RequestId> add(Pool pool, List<Draft> drafts) {
        var requests = drafts.stream().map(Draft::request).toList();
        var wishes = requests.stream().map(Request::wishes).toList();
        var added = jdbc.sql(ADD)
                .params(
                        pool.authority().value(),
                        pool.code(),
                        Columns.of(requests, it -> it.id().value()),
                        Columns.of(requests, Request::window),
                        Columns.of(requests, it -> it.number().digits()),
                        Columns.of(requests, it -> it.label().hex()),
                        Columns.of(drafts, Draft::salt),
                        Columns.of(drafts, Draft::submission),
                        Columns.of(requests, Request::registeredAt),
                        Columns.of(requests, it -> it.language().code()),
                        Columns.of(requests, Request::persons),
                        Columns.of(requests, Request::together),
                        Columns.of(wishes, it -> Columns.list(it.centres())),
                        Columns.of(wishes, it -> it.moments().bits()),
                        Columns.of(wishes, it -> Columns.list(it.preferredCentres())),
                        Columns.of(wishes, it -> it.preferredMoments().bits()),
                        Columns.of(wishes, it -> Columns.list(it.impossible())),
                        Locked.of(drafts, Draft::reach),
                        Columns.of(requests, Request::atDesk))
                .query((row, _) -> new RequestId(Columns.uuid(row, "request_id")))
                .list();
        var fresh = Set.copyOf(added);
        addPersons(
                pool.authority(),
                drafts.stream().filter(it -> fresh.contains(it.request().id())).toList());
        return fresh;
    }

    private void addPersons(AuthorityId authority, List<Draft> drafts) {
        record Row(RequestId request, int position, String key, Locked applicant) {}
        var rows = drafts.stream()
                .flatMap(it -> IntStream.range(0, it.applicants().size())
                        .mapToObj(i -> new Row(
                                it.request().id(),
                                i + 1,
                                it.personKeys().get(i),
                                it.applicants().get(i))))
                .toList();
        jdbc.sql(ADD_PERSONS)
                .params(
                        authority.value(),
                        Columns.of(rows, it -> it.request().value()),
                        Columns.of(rows, Row::position),
                        Columns.of(rows, Row::key),
                        Locked.of(rows, Row::applicant))
                .update();
    }

    boolean end(AuthorityId authority, RequestId id, Request.Ending ending, Instant now) {
        return jdbc.sql(END)
                        .params(Columns.at(now), ending.name(), authority.value(), id.value())
                        .update()
                == 1;
    }

    void change(AuthorityId authority, RequestId id, Together together, Wishes wishes) {
        jdbc.sql(CHANGE_WISHES)
                .params(
                        together.name(),
                        array(wishes.centres()),
                        wishes.moments().bits(),
                        array(wishes.preferredCentres()),
                        wishes.preferredMoments().bits(),
                        array(wishes.impossible()),
                        authority.value(),
                        id.value())
                .update();
    }

    void change(AuthorityId authority, RequestId id, Reach reach, Instant changedAt) {
        jdbc.sql(CHANGE_REACH)
                .params(
                        vault.lock(reach, place(authority, id, "reach")),
                        reach.isAtTheDesk(),
                        Columns.at(changedAt),
                        authority.value(),
                        id.value())
                .update();
    }

    // Names the row that personal data is locked for, so that it cannot be copied to another request.
    static String place(AuthorityId authority, RequestId id, String what) {
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
                ended(row),
                Columns.optionalInstant(row, "reach_changed_at"));
    }

    private static Optional<Request.Ended> ended(ResultSet row) throws SQLException {
        var why = row.getString("ending");
        return Columns.optionalInstant(row, "ended_at").map(at -> new Request.Ended(at, Request.Ending.valueOf(why)));
    }

    /** The wishes of a row that has the columns of a request. */
    public static Wishes wishes(ResultSet row) throws SQLException {
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
