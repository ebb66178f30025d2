package org.guichet.app.deposit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Vault;
import org.guichet.app.registration.RequestId;
import org.guichet.core.ledger.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of deposits; what was missing is personal and locked. */
@Component
public final class Deposits {
    private static final String ADD = """
            insert into deposit
                (authority_id, deposit_id, offer_id, request_id, made_at, counter, sign_in, complete, papers,
                commitment)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String OF_OFFER = """
            select deposit_id, offer_id, request_id, made_at, counter, sign_in, papers, commitment
            from deposit
            where authority_id = ? and offer_id = ? and undone_at is null""";

    private static final String NEWEST = """
            select deposit_id, offer_id, request_id, made_at, counter, sign_in, papers, commitment
            from deposit
            where authority_id = ? and request_id = ? and undone_at is null
            order by made_at desc
            limit 1""";

    private static final String UNDO = """
            update deposit
            set undone_at = ?
            where authority_id = ? and deposit_id = ? and undone_at is null""";

    private final JdbcClient jdbc;
    private final Vault vault;

    Deposits(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    public Optional<Deposit> ofOffer(AuthorityId authority, UUID offer) {
        return jdbc.sql(OF_OFFER)
                .params(authority.value(), offer)
                .query((row, _) -> deposit(authority, row))
                .optional();
    }

    /** The newest deposit of a request. */
    public Optional<Deposit> newest(AuthorityId authority, RequestId request) {
        return jdbc.sql(NEWEST)
                .params(authority.value(), request.value())
                .query((row, _) -> deposit(authority, row))
                .optional();
    }

    void add(AuthorityId authority, Deposit deposit) {
        jdbc.sql(ADD)
                .params(
                        authority.value(),
                        deposit.id(),
                        deposit.offer(),
                        deposit.request().value(),
                        Columns.at(deposit.madeAt()),
                        deposit.counter(),
                        deposit.signIn(),
                        deposit.papers().areComplete(),
                        vault.lock(deposit.papers(), place(authority, deposit.id())),
                        deposit.commitment().hex())
                .update();
    }

    void undo(AuthorityId authority, Deposit deposit, Instant now) {
        jdbc.sql(UNDO).params(Columns.at(now), authority.value(), deposit.id()).update();
    }

    private static String place(AuthorityId authority, UUID id) {
        return authority.value() + "/deposit/" + id;
    }

    private Deposit deposit(AuthorityId authority, ResultSet row) throws SQLException {
        var id = Columns.uuid(row, "deposit_id");
        return new Deposit(
                id,
                Columns.uuid(row, "offer_id"),
                new RequestId(Columns.uuid(row, "request_id")),
                Columns.instant(row, "made_at"),
                row.getInt("counter"),
                row.getString("sign_in"),
                vault.unlock(row.getBytes("papers"), place(authority, id), Papers.class),
                Hash.of(row.getString("commitment")));
    }
}
