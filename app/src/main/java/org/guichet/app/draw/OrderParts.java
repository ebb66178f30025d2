package org.guichet.app.draw;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.core.draw.Lot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A published order a few lots at a time: one of any size takes as much memory, and nobody who reads slowly holds a
 * connection of the database.
 */
@Component
final class OrderParts {
    private static final String PART = """
            select label, lot
            from lot
            where authority_id = ? and pool = ? and window_no = ? and position between ? and ?
            order by position""";

    private final JdbcClient jdbc;
    private final Drawings drawings;
    private final Semaphore turns = new Semaphore(Limits.PARTS_READ_AT_ONCE_MAX, true);

    OrderParts(JdbcClient jdbc, Drawings drawings) {
        this.jdbc = jdbc;
        this.drawings = drawings;
    }

    /** Takes one part after the other. */
    interface Reader<E extends Exception> {
        void next(List<Lot> lots) throws E;
    }

    /** Fails where the draw was voided meanwhile, or lots are missing: what was read is then no order. */
    <E extends Exception> void each(AuthorityId authority, Drawing drawing, Reader<E> reader) throws E {
        var count = 0;
        for (int part = 0; part * Limits.LOTS_IN_PART < drawing.lots(); part++) {
            var lots = inTurn(authority, drawing, part);
            reader.next(lots);
            count += lots.size();
        }
        var now = drawings.find(authority, drawing.pool(), drawing.window());
        if (count != drawing.lots() || !now.equals(Optional.of(drawing))) {
            throw new IllegalStateException("The order of %s is not the one that was drawn".formatted(drawing.id()));
        }
    }

    private List<Lot> inTurn(AuthorityId authority, Drawing drawing, int part) {
        turns.acquireUninterruptibly();
        try {
            return part(authority, drawing, part);
        } finally {
            turns.release();
        }
    }

    /** The first is 0. */
    List<Lot> part(AuthorityId authority, Drawing drawing, int part) {
        var before = part * Limits.LOTS_IN_PART;
        return jdbc.sql(PART)
                .params(authority.value(), drawing.pool(), drawing.window(), before + 1, before + Limits.LOTS_IN_PART)
                .query(Drawings::lot)
                .list();
    }
}
