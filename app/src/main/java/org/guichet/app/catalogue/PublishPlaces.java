package org.guichet.app.catalogue;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.springframework.stereotype.Component;

/**
 * Makes the places of the coming weeks as the rules in force say; a held place stays, whatever the rules say now. Part
 * of the caller's transaction, under the lock of the pool.
 */
@Component
public final class PublishPlaces {
    private final Places places;
    private final Vacancies vacancies;

    PublishPlaces(Places places, Vacancies vacancies) {
        this.places = places;
        this.vacancies = vacancies;
    }

    /**
     * What changed. {@code added} of the places made are earlier than others that were there before, or none were, so
     * the rules make more than they did. {@code again} were taken away before, or would have been without their holder.
     * {@code conflicts} are held places that the rules no longer make: they are kept, and given to nobody after.
     * {@code missing} could not be made, since their counter has another place at that time.
     */
    public record Published(int made, int added, int again, int withdrawn, int missing, List<Place> conflicts) {}

    public Published publish(AuthorityId authority, Catalogue catalogue, String pool, Instant now) {
        var zone = catalogue.authority().zone();
        var last = now.plus(Limits.PLACES_PUBLISHED_AHEAD).atZone(zone).toLocalDate();
        var wanted = new Plan(catalogue)
                .places(pool, now.atZone(zone).toLocalDate(), last)
                .filter(it -> it.startsAt().isAfter(now))
                .collect(Collectors.toSet());
        var ahead = places.ahead(authority, pool, now);
        var surplus = ahead.stream()
                .filter(it -> !wanted.contains(span(it)))
                .filter(it -> !it.startsAt().atZone(zone).toLocalDate().isAfter(last))
                .toList();
        var free = new HashSet<>(vacancies.unheld(authority, pool, now, now));
        // In a closed centre nothing stays kept for somebody who is still choosing either.
        vacancies.unheld(authority, pool, now, now.plus(Limits.PLACES_PUBLISHED_AHEAD)).stream()
                .filter(it -> catalogue.closure(it.centre(), it.startsAt()).isPresent())
                .forEach(free::add);
        var unheld = surplus.stream().filter(free::contains).toList();
        var held = surplus.stream().filter(it -> !free.contains(it)).toList();
        places.plan(authority, held, false);
        var stay = ahead.stream().filter(it -> wanted.contains(span(it))).toList();
        var planned = places.plan(authority, stay, true);
        // First withdrawn, then made: a place that only changes its length takes the counter's place again.
        unheld.forEach(it -> places.withdraw(authority, it, now));
        var missing = new HashSet<>(wanted);
        stay.forEach(it -> missing.remove(span(it)));
        var made = places.add(authority, pool, missing);
        var latest = ahead.stream().map(Place::startsAt).max(Comparator.naturalOrder());
        var added = made.stream()
                .filter(it -> latest.map(it.startsAt()::isBefore).orElse(true))
                .count();
        return new Published(
                made.size(),
                (int) added,
                planned + again(authority, pool, made, now),
                unheld.size(),
                missing.size() - made.size(),
                held);
    }

    private int again(AuthorityId authority, String pool, Set<Plan.Span> made, Instant now) {
        var before = new HashSet<>(made);
        before.retainAll(places.withdrawn(authority, pool, now).stream()
                .map(PublishPlaces::span)
                .collect(Collectors.toSet()));
        return before.size();
    }

    private static Plan.Span span(Place place) {
        return new Plan.Span(place.centre(), place.counter(), place.startsAt(), place.endsAt());
    }
}
