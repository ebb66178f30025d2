package org.guichet.app.appointment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.draw.Ranks;
import org.guichet.app.registration.Moments;

/** The line by what suits, as it is kept and as it must be. */
record LineEntries(World world) {
    Set<String> stored() {
        return new TreeSet<>(world.jdbc()
                .sql("select request_id || ' ' || cohort || '/' || position || ' ' || centre || ' ' || half_day"
                        + " from line_entry")
                .query(String.class)
                .list());
    }

    /** One for each centre and half day that suits somebody who waits. */
    Set<String> mustBe() {
        var entries = new TreeSet<String>();
        var ranks = world.get(Ranks.class);
        var line = new ArrayList<RankedLine.Waiting>();
        world.get(RankedLine.class)
                .each(World.AUTHORITY, World.POOL, world.clock().instant(), line::add);
        for (var waiting : line) {
            var request = waiting.request();
            var rank = ranks.of(World.AUTHORITY, request.id()).orElseThrow();
            for (var centre : orAny(request.wishes().centres(), "")) {
                for (var half : orAny(halfDays(request.wishes().moments()), 0)) {
                    entries.add("%s %d/%d %s %d"
                            .formatted(request.id().value(), rank.cohort(), rank.position(), centre, half));
                }
            }
        }
        return entries;
    }

    private static List<Integer> halfDays(Moments moments) {
        return IntStream.rangeClosed(1, 14)
                .filter(it -> (moments.bits() >> (it - 1) & 1) == 1)
                .boxed()
                .toList();
    }

    private static <T> List<T> orAny(List<T> named, T any) {
        return named.isEmpty() ? new ArrayList<>(List.of(any)) : named;
    }
}
