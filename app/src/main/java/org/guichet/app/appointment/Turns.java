package org.guichet.app.appointment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Stock;
import org.guichet.core.allot.Turn;
import org.guichet.core.allot.Wish;

/**
 * Those who wait as a run sees them. People wish alike: as many objects are made as there are different wishes, so that
 * a long line needs little memory.
 */
final class Turns {
    private record Wished(Wishes wishes, Set<Instant> saidNo) {}

    private record Tiers(Wish preferred, Wish acceptable) {}

    private final Catalogue.Procedure procedure;
    private final Stock stock;
    private final ZoneId zone;
    private final Map<Wished, Tiers> tiers = new HashMap<>();

    /** For these places. */
    Turns(Catalogue.Procedure procedure, Stock stock, ZoneId zone) {
        this.procedure = procedure;
        this.stock = stock;
        this.zone = zone;
    }

    Turn of(RankedLine.Waiting waiting) {
        var request = waiting.request();
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
                stock.wish(wishes::prefersIn, it -> !saidNo.contains(it.start()) && wishes.prefersAt(it.start(), zone)),
                stock.wish(
                        wishes::acceptsIn, it -> !saidNo.contains(it.start()) && wishes.acceptsAt(it.start(), zone)));
    }
}
