package org.guichet.app.status;

import java.time.Duration;
import java.time.Instant;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.guichet.app.platform.Vault;
import org.guichet.app.registration.RequestNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts failed tries to open a number, whether it exists or not, so that birth dates cannot be tried one after the
 * other.
 */
@Component
final class Attempts {
    private static final String ADD = """
            insert into attempt (authority_id, target, tried_at)
            values (?, ?, ?)""";

    private static final String COUNT = """
            select count(*)
            from attempt
            where authority_id = ? and target = ? and tried_at > ?""";

    private static final String FORGET = """
            delete from attempt
            where authority_id = ? and tried_at < ?""";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Transactions transactions;

    Attempts(JdbcClient jdbc, Vault vault, Transactions transactions) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.transactions = transactions;
    }

    boolean areTooMany(AuthorityId authority, RequestNumber number) {
        return jdbc.sql(COUNT)
                        .params(
                                authority.value(),
                                target(number),
                                Columns.at(transactions.now().minus(Limits.BIRTH_TRIES_WITHIN)))
                        .query(Integer.class)
                        .single()
                >= Limits.BIRTH_TRIES_MAX;
    }

    void failed(AuthorityId authority, RequestNumber number) {
        transactions.run(now -> {
            jdbc.sql(ADD)
                    .params(authority.value(), target(number), Columns.at(now))
                    .update();
            forget(authority, now, Limits.BIRTH_TRIES_WITHIN);
        });
    }

    private void forget(AuthorityId authority, Instant now, Duration after) {
        jdbc.sql(FORGET).params(authority.value(), Columns.at(now.minus(after))).update();
    }

    private String target(RequestNumber number) {
        return vault.hash("attempt|" + number.digits());
    }
}
