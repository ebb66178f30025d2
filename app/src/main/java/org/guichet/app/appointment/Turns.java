package org.guichet.app.appointment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Moment;
import org.guichet.core.allot.Stock;
import org.guichet.core.allot.Turn;
import org.guichet.core.allot.Wish;

/**
 * Those who wait as a run sees them. People wish alike: where the same suits them they share one object, so that a long
 * line needs little memory.
 */
final class Turns {
    // Days that do not suit are many people's own.
    private static final int REMEMBERED_MAX = 10_000;

    private record Wished(Wishes wishes, Set<Instant> saidNo) {}

    private record Tiers(Wish preferred, Wish acceptable) {}

    private final Catalogue.Procedure procedure;
    private final Stock stock;
    private final ZoneId zone;
    private final Map<Wished, Tiers> tiers = new HashMap<>();
    private final Map<Wish, Wish> shared = new HashMap<>();

    /** For these places. */
    Turns(Catalogue.Procedure procedure, Stock stock, ZoneId zone) {
        this.procedure = procedure;
        this.stock = stock;
        this.zone = zone;
    }

    Turn of(RankedLine.Waiting waiting) {
        var request = waiting.request();
        if (tiers.size() >= REMEMBERED_MAX) {
            tiers.clear();
        }
        var wished = tiers.computeIfAbsent(new Wished(request.wishes(), waiting.saidNo()), this::tiers);
        return new Turn(
                request.label().hex(),
                request.persons(),
                request.together(),
                procedure.precedence().of(waiting.legalClass()),
                wished.preferred,
                wished.acceptable);
    }

    private Tiers tiers(Wished wished) {
        var wishes = wished.wishes;
        var saidNo = wished.saidNo;
        return new Tiers(
                shared(wishes::prefersIn, it -> !saidNo.contains(it.start()) && wishes.prefersAt(it.start(), zone)),
                shared(wishes::acceptsIn, it -> !saidNo.contains(it.start()) && wishes.acceptsAt(it.start(), zone)));
    }

    private Wish shared(Predicate<String> where, Predicate<Moment> when) {
        return shared.computeIfAbsent(stock.wish(where, when), Function.identity());
    }
}
