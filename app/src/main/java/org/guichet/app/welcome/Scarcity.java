package org.guichet.app.welcome;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.guichet.app.catalogue.Places;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Pool;
import org.guichet.app.registration.Requests;
import org.springframework.stereotype.Component;

/** Whether more people want to come than there are places to come: counted at most once a minute, the same for all. */
@Component
final class Scarcity {
    private static final Duration COUNTED_EVERY = Duration.ofMinutes(1);

    private record Count(Instant at, boolean scarce) {}

    private final Map<Pool, Count> counts = new ConcurrentHashMap<>();
    private final Requests requests;
    private final Places places;
    private final Clock clock;

    Scarcity(Requests requests, Places places, Clock clock) {
        this.requests = requests;
        this.places = places;
        this.clock = clock;
    }

    boolean of(AuthorityId authority, String pool) {
        var now = clock.instant();
        return Objects.requireNonNull(counts.compute(
                        new Pool(authority, pool),
                        (key, known) -> known != null && now.isBefore(known.at().plus(COUNTED_EVERY))
                                ? known
                                : new Count(
                                        now,
                                        requests.areLivePersonsMoreThan(
                                                places.countAhead(authority, pool, now), authority, pool))))
                .scarce();
    }
}
