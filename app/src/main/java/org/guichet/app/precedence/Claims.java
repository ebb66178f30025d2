package org.guichet.app.precedence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Vault;
import org.guichet.app.registration.RequestId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of requests for precedence. */
@Component
public final class Claims {
    // Of two agents who saw the proof one is the first; a request has one claim that is open or granted.
    private static final String ADD = """
            insert into precedence_claim (authority_id, claim_id, request_id, pool, legal_class, seen_at, seen_by)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (authority_id, request_id) where granted is not false do nothing""";

    // The check two_agents decides that the one who saw the proof is not the one who decides.
    private static final String DECIDE = """
            update precedence_claim
            set decided_at = ?, decided_by = ?, granted = ?, reason = ?
            where authority_id = ? and claim_id = ? and decided_at is null""";

    private static final String COLUMNS = """
             claim_id, request_id, pool, legal_class, seen_at, seen_by, decided_at, decided_by, granted, reason
            from precedence_claim
            where authority_id = ?""";

    private static final String FIND = "select" + COLUMNS + " and claim_id = ?";
    // Of a request that is over nothing can be decided: its claim must not hide one that can.
    private static final String OPEN = "select" + COLUMNS + """
             and decided_at is null
                and exists (
                    select
                    from request
                    where request.authority_id = precedence_claim.authority_id
                        and request.request_id = precedence_claim.request_id
                        and not joined and ended_at is null)
            order by seen_at
            limit ?""";

    private static final String NEWEST = "select" + COLUMNS + " and request_id = ? order by seen_at desc limit 1";
    private static final String GRANTED = "select" + COLUMNS + " and pool = ? and granted";
    private static final String GRANTED_TO = "select" + COLUMNS + " and request_id = any(?::uuid[]) and granted";

    private record Reason(String text) {}

    private final JdbcClient jdbc;
    private final Vault vault;

    Claims(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The class of each request of a pool that has precedence. */
    public Map<RequestId, String> granted(AuthorityId authority, String pool) {
        return byRequest(list(authority, GRANTED, pool));
    }

    /** The class of each of these requests that has precedence. */
    public Map<RequestId, String> granted(AuthorityId authority, List<RequestId> requests) {
        return byRequest(list(authority, GRANTED_TO, Columns.of(requests, RequestId::value)));
    }

    Optional<Claim> find(AuthorityId authority, UUID claim) {
        return list(authority, FIND, claim).stream().findFirst();
    }

    Optional<Claim> newest(AuthorityId authority, RequestId request) {
        return list(authority, NEWEST, request.value()).stream().findFirst();
    }

    /** Those of live requests that wait for a second agent, the oldest first. */
    List<Claim> open(AuthorityId authority, int most) {
        return list(authority, OPEN, most);
    }

    /** False where the request has one already that is open or granted. */
    boolean add(AuthorityId authority, Claim claim) {
        return jdbc.sql(ADD)
                        .params(
                                authority.value(),
                                claim.id(),
                                claim.request().value(),
                                claim.pool(),
                                claim.legalClass(),
                                Columns.at(claim.seen().at()),
                                claim.seen().by())
                        .update()
                == 1;
    }

    /** True for the one who decided it. */
    boolean decide(AuthorityId authority, UUID claim, Claim.Decision decision) {
        var reason = decision.granted() ? null : vault.lock(new Reason(decision.reason()), place(authority, claim));
        return jdbc.sql(DECIDE)
                        .params(
                                Columns.at(decision.step().at()),
                                decision.step().by(),
                                decision.granted())
                        .param(reason)
                        .params(authority.value(), claim)
                        .update()
                == 1;
    }

    private List<Claim> list(AuthorityId authority, String sql, Object last) {
        return jdbc.sql(sql)
                .params(authority.value(), last)
                .query((row, _) -> claim(authority, row))
                .list();
    }

    private static Map<RequestId, String> byRequest(List<Claim> claims) {
        return claims.stream().collect(Collectors.toMap(Claim::request, Claim::legalClass));
    }

    private static String place(AuthorityId authority, UUID id) {
        return authority.value() + "/precedence/" + id;
    }

    private Claim claim(AuthorityId authority, ResultSet row) throws SQLException {
        var id = Columns.uuid(row, "claim_id");
        var by = row.getString("decided_by");
        var granted = row.getBoolean("granted");
        var reason = Optional.ofNullable(row.getBytes("reason"))
                .map(it -> vault.unlock(it, place(authority, id), Reason.class).text());
        return new Claim(
                id,
                new RequestId(Columns.uuid(row, "request_id")),
                row.getString("pool"),
                row.getString("legal_class"),
                new Claim.Step(Columns.instant(row, "seen_at"), row.getString("seen_by")),
                Columns.optionalInstant(row, "decided_at")
                        .map(at -> new Claim.Decision(new Claim.Step(at, by), granted, reason.orElse(""))));
    }
}
