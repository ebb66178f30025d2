package org.guichet.app.draw;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.guichet.app.ledger.Tree;
import org.guichet.app.platform.AuthorityId;
import org.guichet.core.beacon.Chain;
import org.guichet.core.beacon.Round;
import org.guichet.core.draw.Draw;
import org.guichet.core.draw.LabelList;
import org.guichet.core.draw.Lot;
import org.guichet.core.draw.SealedList;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.leaf.Leaf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws again what is stored, so that no place is given by ranks that somebody wrote into the database by hand. */
@Component
public final class TrueRanks {
    // The windows from which they come: whoever missed an appointment may stand behind another, whose draw is void
    // since.
    private static final String WINDOWS = """
            select distinct request.window_no
            from rank
            join request on request.authority_id = rank.authority_id and request.request_id = rank.request_id
            where rank.authority_id = ? and rank.pool = ? and not request.joined and request.ended_at is null""";

    // Who missed an appointment stands behind all lots of a cohort, of his own or a later one (rule 20); everybody else
    // where the lot fell.
    private static final String ELSEWHERE = """
            select exists (
                select
                from rank
                join request on request.authority_id = rank.authority_id and request.request_id = rank.request_id
                left join lot on lot.authority_id = rank.authority_id and lot.pool = rank.pool
                    and lot.window_no = rank.cohort and lot.position = rank.position
                where rank.authority_id = ? and rank.pool = ?
                    and (lot.label <> request.label or rank.cohort < request.window_no
                        or request.pool <> rank.pool))""";

    private final JdbcClient jdbc;
    private final Drawings drawings;
    private final Tree tree;
    private final Chain chain;

    TrueRanks(JdbcClient jdbc, Drawings drawings, Tree tree, Chain chain) {
        this.jdbc = jdbc;
        this.drawings = drawings;
        this.tree = tree;
        this.chain = chain;
    }

    /** What is wrong with the ranks of those who wait, as a clause; nothing if they are those that were drawn. */
    public Optional<String> fault(AuthorityId authority, String pool) {
        for (int window : windows(authority, pool)) {
            var drawing = drawings.find(authority, pool, window);
            if (drawing.isEmpty() || !isDrawn(authority, drawing.get())) {
                return Optional.of("the stored order of window " + window + " is not the one that is drawn again");
            }
        }
        return isElsewhere(authority, pool) ? Optional.of("a rank is not where its lot was drawn") : Optional.empty();
    }

    private boolean isDrawn(AuthorityId authority, Drawing drawing) {
        var labels = new LabelList();
        drawings.eachLot(authority, drawing, lot -> labels.add(lot.label()));
        var list = SealedList.of(labels);
        var seal = new Leaf.Seal(drawing.id(), list.count(), list.root()).bytes();
        return tree.index(authority, Merkle.leaf(seal)).isPresent()
                && drawing.drawn()
                        .map(Drawing.Drawn::round)
                        .filter(round -> isStored(authority, drawing, again(seal, round, labels)))
                        .isPresent();
    }

    private List<Lot> again(byte[] seal, Round round, LabelList labels) {
        return switch (round.check(chain)) {
            case Round.Outcome.Valid(var randomness) -> Draw.order(seal, randomness.bytes(), labels);
            case Round.Outcome.Refused _ -> List.of();
        };
    }

    /** The stored lots are read again, so that not all of them are held at once. */
    private boolean isStored(AuthorityId authority, Drawing drawing, List<Lot> order) {
        var next = order.iterator();
        var isOther = new AtomicBoolean();
        drawings.eachLot(authority, drawing, lot -> {
            if (!next.hasNext() || !next.next().equals(lot)) {
                isOther.set(true);
            }
        });
        return !isOther.get() && !next.hasNext();
    }

    private List<Integer> windows(AuthorityId authority, String pool) {
        return jdbc.sql(WINDOWS)
                .params(authority.value(), pool)
                .query((row, _) -> row.getInt("window_no"))
                .list();
    }

    private boolean isElsewhere(AuthorityId authority, String pool) {
        return jdbc.sql(ELSEWHERE)
                .params(authority.value(), pool)
                .query(Boolean.class)
                .single();
    }
}
