package org.guichet.app.appointment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.registration.RequestId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What requests said no to, or let pass when there was less time than usual: it is not offered to them again, and goes
 * on to others while there is time.
 */
@Component
final class Refused {
    private static final String NO =
            " state in ('REFUSED', 'CANCELLED', 'LAPSED') and (cut_short or state <> 'LAPSED')";

    private static final String SAID_NO = """
            select request_id, starts_at
            from offer
            where authority_id = ? and pool = ? and starts_at > ? and""" + NO;

    // A plan that was made when nobody had said no goes through all that was ever said no to (offer_said_no), and is
    // kept until the table is analyzed; with the fence there is no other way than by the request.
    private static final String SAID_NO_OF = """
            select request_id, starts_at
            from (
                select request_id, starts_at, state, cut_short
                from offer
                where authority_id = ? and request_id = any(?::uuid[]) and starts_at > ?
                offset 0) as told
            where""" + NO;

    private final JdbcClient jdbc;

    Refused(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The times that each request of a pool said no to and that are still to come. */
    Map<RequestId, Set<Instant>> by(AuthorityId authority, String pool, Instant now) {
        return times(jdbc.sql(SAID_NO).params(authority.value(), pool, Columns.at(now)));
    }

    /** The times that each of these requests said no to and that are still to come. */
    Map<RequestId, Set<Instant>> by(AuthorityId authority, List<RequestId> requests, Instant now) {
        return times(jdbc.sql(SAID_NO_OF)
                .params(authority.value(), Columns.of(requests, RequestId::value), Columns.at(now)));
    }

    private static Map<RequestId, Set<Instant>> times(JdbcClient.StatementSpec statement) {
        record No(RequestId request, Instant start) {}
        return statement
                .query((row, _) ->
                        new No(new RequestId(Columns.uuid(row, "request_id")), Columns.instant(row, "starts_at")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(No::request, Collectors.mapping(No::start, Collectors.toSet())));
    }
}
