package org.guichet.app.appointment;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.Place;
import org.guichet.app.catalogue.Vacancies;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.RequestId;
import org.springframework.stereotype.Component;

/**
 * Gives places that were freed to the first of the line who accept them, as a run over the whole line would, and reads
 * no more of the line than it must: part of the caller's transaction, under the lock of the pool.
 */
@Component
final class NextInLine {
    private static final int FIRST_READ = 4;
    private static final int THEN_TIMES = 8;

    private final Catalogues catalogues;
    private final Vacancies vacancies;
    private final LineIndex index;
    private final RankedLine line;
    private final Allotment allotment;
    private final Runs runs;

    NextInLine(
            Catalogues catalogues,
            Vacancies vacancies,
            LineIndex index,
            RankedLine line,
            Allotment allotment,
            Runs runs) {
        this.catalogues = catalogues;
        this.vacancies = vacancies;
        this.index = index;
        this.line = line;
        this.allotment = allotment;
        this.runs = runs;
    }

    /** Offers them to anybody but {@code except}, who just freed them. */
    void give(AuthorityId authority, String pool, List<Place> freed, Set<RequestId> except, Instant now) {
        index.takeIn(authority, pool, Limits.ENTERING_AT_ONCE);
        var around = new Vacancies.Around(
                pool, freed, catalogues.of(authority).authority().zone());
        var free = vacancies.freeAround(authority, around, now.plus(Limits.FREED_LEAD), now);
        var open = freed.stream().filter(free::contains).toList();
        if (open.isEmpty()) {
            return;
        }
        // What else is free waits for the run, as long as those who were drawn last had none.
        var isMore = free.size() > open.size() && runs.wasHeldSinceLastDraw(authority, pool);
        allotment.offer(authority, allot(authority, pool, new Freed(open, isMore ? free : open, except), now), now);
    }

    /**
     * What was freed and is to be given, and with it what else may be given, for a group or to make room: all that is
     * free on the same days in the same centres.
     */
    private record Freed(List<Place> open, List<Place> free, Set<RequestId> except) {}

    private Round allot(AuthorityId authority, String pool, Freed freed, Instant now) {
        var catalogue = catalogues.of(authority);
        var sought = Sought.of(
                freed.free,
                allotment.stock(authority, freed.free),
                catalogue.authority().zone());
        var asked = new TreeSet<>(LineIndex.Standing.FIRST_COMES);
        if (catalogue.procedure(pool).orElseThrow().precedence().isDeclared()) {
            asked.addAll(index.beforeOthers(authority, pool, sought));
        }
        // Whoever comes later takes nothing from those before, so it is enough to ask until every place is taken for
        // good: by precedence, or by those asked so far. Who has precedence and finds the share used up stands in the
        // line.
        var last = LineIndex.Standing.BEFORE_ALL;
        for (var most = FIRST_READ; ; most *= THEN_TIMES) {
            var more = index.next(authority, pool, sought, last, most);
            asked.addAll(more);
            var ids = requests(asked).stream()
                    .filter(it -> !freed.except.contains(it))
                    .toList();
            var round = allotment.allot(authority, pool, freed.free, line.of(authority, pool, ids, now));
            if (more.size() < most || (!round.hasRoomAt(freed.open) && !passesOver(round, asked, more.getLast()))) {
                return round;
            }
            last = more.getLast();
        }
    }

    /** Whether somebody gets something in the line who stands behind the last who was asked there. */
    private static boolean passesOver(Round round, NavigableSet<LineIndex.Standing> asked, LineIndex.Standing last) {
        return !Collections.disjoint(round.servedInLine(), requests(asked.tailSet(last, false)));
    }

    private static List<RequestId> requests(Collection<LineIndex.Standing> standings) {
        return standings.stream().map(LineIndex.Standing::request).toList();
    }
}
