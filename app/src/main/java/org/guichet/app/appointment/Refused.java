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
    private static final String SAID_NO = """
            select request_id, starts_at
            from offer
            where authority_id = ? and request_id = any(?::uuid[]) and state in ('REFUSED', 'CANCELLED', 'LAPSED')
                and (cut_short or state <> 'LAPSED') and starts_at > ?""";

    private final JdbcClient jdbc;

    Refused(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record No(RequestId request, Instant start) {}

    /** The times that each of these requests said no to and that are still to come. */
    Map<RequestId, Set<Instant>> by(AuthorityId authority, List<RequestId> requests, Instant now) {
        return jdbc
                .sql(SAID_NO)
                .params(authority.value(), Columns.of(requests, RequestId::value), Columns.at(now))
                .query((row, _) ->
                        new No(new RequestId(Columns.uuid(row, "request_id")), Columns.instant(row, "starts_at")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(No::request, Collectors.mapping(No::start, Collectors.toSet())));
    }
}
