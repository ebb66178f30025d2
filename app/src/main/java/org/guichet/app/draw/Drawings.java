package org.guichet.app.draw;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.Round;
import org.guichet.core.draw.Label;
import org.guichet.core.draw.Lot;
import org.guichet.core.ledger.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of draws and of their published orders. */
@Component
public final class Drawings {
    private static final String SEAL = """
            insert into draw (authority_id, pool, window_no, sealed_at, request_count, root, leaf)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private static final String DRAWN = """
            update draw
            set drawn_at = ?, round = ?, signature = ?
            where authority_id = ? and pool = ? and window_no = ? and drawn_at is null
                and voided_at is not distinct from ?""";

    private static final String COLUMNS = """
             pool, window_no, sealed_at, request_count, root, leaf, drawn_at, round, signature, voided_at, reason,
                next_at, next_round, next_fallback
            from draw
            where authority_id = ?""";

    private static final String ALL = "select" + COLUMNS + " order by sealed_at desc, pool, window_no";
    private static final String FIND = "select" + COLUMNS + " and pool = ? and window_no = ?";
    private static final String WAITING = "select" + COLUMNS + " and drawn_at is null order by sealed_at";

    private static final String LOTS = """
            select label, lot
            from lot
            where authority_id = ? and pool = ? and window_no = ?
            order by position""";

    private static final String POSITION = """
            select position
            from lot
            where authority_id = ? and pool = ? and window_no = ? and label = ?""";

    // Once: a second draw that went wrong is for people to judge, not for a program.
    private static final String VOID = """
            update draw
            set voided_at = ?, reason = ?, next_at = ?, next_round = ?, next_fallback = ?,
                drawn_at = null, round = null, signature = null
            where authority_id = ? and pool = ? and window_no = ? and voided_at is null""";

    private static final String REMOVE_LOTS = """
            delete from lot
            where authority_id = ? and pool = ? and window_no = ?""";

    // Whoever was sent to the end of this cohort from an older one stays there.
    private static final String REMOVE_RANKS = """
            delete from rank
            using request
            where request.authority_id = ? and request.pool = ? and request.window_no = ?
                and rank.authority_id = request.authority_id and rank.request_id = request.request_id""";

    private static final int FETCHED = 1_000;

    private final JdbcClient jdbc;

    Drawings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Drawing> all(AuthorityId authority) {
        return jdbc.sql(ALL).params(authority.value()).query(Drawings::drawing).list();
    }

    public Optional<Drawing> find(AuthorityId authority, String pool, int window) {
        return jdbc.sql(FIND)
                .params(authority.value(), pool, window)
                .query(Drawings::drawing)
                .optional();
    }

    /** The published order, first to last, however long; within a transaction it comes in parts. */
    void eachLot(AuthorityId authority, Drawing drawing, Consumer<Lot> work) {
        jdbc.sql(LOTS)
                .withFetchSize(FETCHED)
                .params(authority.value(), drawing.pool(), drawing.window())
                .query(row -> {
                    work.accept(lot(row, row.getRow()));
                });
    }

    /** Where a label stands in a drawn order, counted from 1. */
    public Optional<Integer> position(AuthorityId authority, Drawing drawing, Label label) {
        return jdbc.sql(POSITION)
                .params(authority.value(), drawing.pool(), drawing.window(), label.hex())
                .query(Integer.class)
                .optional();
    }

    List<Drawing> waiting(AuthorityId authority) {
        return jdbc.sql(WAITING)
                .params(authority.value())
                .query(Drawings::drawing)
                .list();
    }

    void seal(AuthorityId authority, Drawing drawing) {
        jdbc.sql(SEAL)
                .params(
                        authority.value(),
                        drawing.pool(),
                        drawing.window(),
                        Columns.at(drawing.sealedAt()),
                        drawing.count(),
                        drawing.root().hex(),
                        drawing.leaf())
                .update();
    }

    /** False if somebody else drew it, or voided it meanwhile: the row decides. */
    boolean drawn(AuthorityId authority, Drawing drawing, Round round, Instant now) {
        return jdbc.sql(DRAWN)
                        .params(
                                Columns.at(now),
                                round.number(),
                                round.signatureHex(),
                                authority.value(),
                                drawing.pool(),
                                drawing.window())
                        .param(drawing.voided().map(it -> Columns.at(it.at())).orElse(null))
                        .update()
                == 1;
    }

    /** Takes back the order and its ranks; false if it was voided before. The list stays sealed. */
    boolean voidOrder(AuthorityId authority, Drawing drawing, Drawing.Voided voided) {
        var isFirst = jdbc.sql(VOID)
                        .params(
                                Columns.at(voided.at()),
                                voided.reason(),
                                Columns.at(voided.nextAt()),
                                voided.next().round(),
                                voided.next().fallback(),
                                authority.value(),
                                drawing.pool(),
                                drawing.window())
                        .update()
                == 1;
        if (isFirst) {
            jdbc.sql(REMOVE_LOTS)
                    .params(authority.value(), drawing.pool(), drawing.window())
                    .update();
            jdbc.sql(REMOVE_RANKS)
                    .params(authority.value(), drawing.pool(), drawing.window())
                    .update();
        }
        return isFirst;
    }

    static Lot lot(ResultSet row, int index) throws SQLException {
        return new Lot(new Label(row.getString("label")), Hash.of(row.getString("lot")));
    }

    private static Drawing drawing(ResultSet row, int index) throws SQLException {
        var drawnAt = Columns.optionalInstant(row, "drawn_at");
        var number = row.getLong("round");
        var signature = row.getString("signature");
        return new Drawing(
                row.getString("pool"),
                row.getInt("window_no"),
                Columns.instant(row, "sealed_at"),
                row.getInt("request_count"),
                Hash.of(row.getString("root")),
                row.getString("leaf"),
                drawnAt.map(at ->
                        new Drawing.Drawn(at, Round.of(number, HexFormat.of().parseHex(signature)))),
                voided(row));
    }

    private static Optional<Drawing.Voided> voided(ResultSet row) throws SQLException {
        if (row.getString("reason") == null) {
            return Optional.empty();
        }
        return Optional.of(new Drawing.Voided(
                Columns.instant(row, "voided_at"),
                row.getString("reason"),
                Columns.instant(row, "next_at"),
                new Announced(row.getLong("next_round"), row.getLong("next_fallback"))));
    }
}
