package org.guichet.core.allot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The allotment (docs/spec/allotment.md): serial dictatorship over tiers with augmenting paths. In the order of ranks
 * each request gets the best tier in which room can be made for it, by moving those before it, but none of them out of
 * the tier it was granted.
 *
 * <p>Sources: Svensson, "Queue allocation of indivisible goods" (1994); Krysta, Manlove, Rastegari and Zhang, "Size
 * versus truthfulness in the House Allocation problem" (2019); with one tier it is the priority mechanism of Roth,
 * Sönmez and Ünver, "Pairwise Kidney Exchange" (2005), and serves as many as can be served at all.
 */
public final class TieredDictatorship {
    private static final int NOTHING = -1;
    private static final List<Tier> TIERS = List.of(Tier.values());

    private final Stock stock;
    private final List<Turn> line;
    private final Share share;
    private final Seating seating;
    private final Levels levels;
    private final Search search;
    private final Groups groups;
    private final List<Grant> grants = new ArrayList<>();
    private final int[] grantOf;

    private TieredDictatorship(Input input) {
        stock = input.stock();
        line = input.line();
        share = new Share(stock, input.quotas());
        seating = new Seating(stock);
        levels = new Levels(stock);
        search = new Search(stock, seating, levels);
        groups = new Groups(stock, levels, search);
        grantOf = new int[line.size()];
        Arrays.fill(grantOf, NOTHING);
    }

    public static Outcome allot(Input input) {
        var run = new TieredDictatorship(input);
        if (!input.quotas().isNone()) {
            run.serveByPrecedence();
        }
        run.serveTheLine();
        return run.outcome();
    }

    /**
     * First those above the ordinary class, within the share; who finds nothing there stands in the ordinary line too.
     */
    private void serveByPrecedence() {
        IntStream.range(0, line.size())
                .filter(it -> line.get(it).precedence() > 0)
                .boxed()
                .sorted(Comparator.comparingInt(it -> -line.get(it).precedence()))
                .forEach(it -> serve(it, true));
    }

    private void serveTheLine() {
        for (var i = 0; i < grantOf.length; i++) {
            if (grantOf[i] == NOTHING) {
                serve(i, false);
            }
        }
    }

    private void serve(int index, boolean byPrecedence) {
        var turn = line.get(index);
        if (!levels.live().intersects(turn.acceptable())) {
            return;
        }
        for (var tier : TIERS) {
            var first = seating.sitters();
            var booked = seat(turn, turn.wish(tier), byPrecedence);
            if (booked.isPresent()) {
                grantOf[index] = grants.size();
                grants.add(new Grant(tier, byPrecedence, first, booked.get()));
                return;
            }
        }
    }

    /** The places booked for good, if any, of a request that was seated. */
    private Optional<List<Integer>> seat(Turn turn, Wish wish, boolean byPrecedence) {
        if (byPrecedence) {
            return seatWithin(turn, wish);
        }
        return turn.persons() > 1
                ? groups.seat(turn, wish, _ -> true)
                : Optional.of(List.<Integer>of()).filter(_ -> search.seat(List.of(wish)));
    }

    /** Seats a request within the share of one centre and week, which it will not be moved out of. */
    private Optional<List<Integer>> seatWithin(Turn turn, Wish wish) {
        var booked = turn.persons() > 1
                ? groups.seat(turn, wish, number -> share.has(number, turn.persons()))
                : Optional.of(List.<Integer>of()).filter(_ -> seatInOneWeek(wish));
        booked.ifPresent(_ -> share.take(search.entered(), turn.persons()));
        return booked;
    }

    private boolean seatInOneWeek(Wish wish) {
        for (var week : stock.weeks().weeks()) {
            for (var centre : wish.centres) {
                var range = wish.within(centre, week);
                var number = levels.live().first(range);
                if (number >= 0 && share.has(number, 1) && search.seat(List.of(range))) {
                    return true;
                }
            }
        }
        return false;
    }

    private Outcome outcome() {
        var counters = new Counters(stock, seating, grants);
        return new Outcome(IntStream.range(0, grantOf.length)
                .filter(it -> grantOf[it] != NOTHING)
                .mapToObj(it -> {
                    var turn = line.get(it);
                    var grant = grants.get(grantOf[it]);
                    var places = counters.of(grant.firstSitter(), turn.persons());
                    return new Given(turn, grant.tier(), grant.byPrecedence(), places);
                })
                .toList());
    }
}
