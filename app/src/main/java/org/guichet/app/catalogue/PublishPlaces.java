package org.guichet.app.catalogue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.springframework.stereotype.Component;

/** Makes the places of the coming weeks as the rules in force say; a held place stays, whatever the rules say now. */
@Component
public final class PublishPlaces {
    private final Transactions transactions;
    private final Places places;

    PublishPlaces(Transactions transactions, Places places) {
        this.transactions = transactions;
        this.places = places;
    }

    /** What changed; {@code conflicts} are held places that the rules no longer make, and that were kept. */
    public record Published(int made, int withdrawn, List<Place> conflicts) {}

    public Published publish(AuthorityId authority, Catalogue catalogue, String pool) {
        return transactions.of(now -> {
            places.lock(authority, pool);
            return publish(authority, catalogue, pool, now);
        });
    }

    private Published publish(AuthorityId authority, Catalogue catalogue, String pool, Instant now) {
        var zone = catalogue.authority().zone();
        var wanted = new Plan(catalogue)
                .places(
                        pool,
                        now.atZone(zone).toLocalDate(),
                        now.plus(Limits.PLACES_PUBLISHED_AHEAD).atZone(zone).toLocalDate())
                .filter(it -> it.startsAt().isAfter(now))
                .collect(Collectors.toSet());
        var horizon = now.plus(Limits.PLACES_PUBLISHED_AHEAD);
        var surplus = places.ahead(authority, pool, now).stream()
                .filter(it -> !wanted.contains(new Plan.Span(it.centre(), it.counter(), it.startsAt(), it.endsAt())))
                .filter(it -> it.startsAt().isBefore(horizon))
                .toList();
        var free = new HashSet<>(places.free(authority, pool, now, now));
        var unheld = surplus.stream().filter(free::contains).toList();
        // First withdrawn, then made: a place that only changes its length takes the counter's place again.
        unheld.forEach(it -> places.withdraw(authority, it, now));
        var made = wanted.stream().filter(it -> places.add(authority, pool, it)).count();
        return new Published(
                (int) made,
                unheld.size(),
                surplus.stream().filter(it -> !free.contains(it)).toList());
    }
}
