package org.guichet.app.demo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.platform.Jobs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Three weeks of April 2021, event by event: moves the clock, lets everybody act, and does what is due. */
@Component
@ConditionalOnProperty("guichet.demo")
public final class Story {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    // Between two events the day has its own hours: what is due then is done then, in its order.
    private static final Set<LocalTime> HOURS = Set.of(
            LocalTime.of(0, 0, 10),
            LocalTime.of(10, 0),
            LocalTime.of(12, 0, 10),
            LocalTime.of(16, 0, 10),
            LocalTime.of(18, 0, 10));

    /** What happens, in order. */
    public enum Event {
        OPEN("2021-04-02T10:30:00"),
        SEALED("2021-04-12T00:00:10"),
        DRAWN("2021-04-12T12:00:10"),
        OFFERED("2021-04-12T16:00:10"),
        ANSWERED("2021-04-14T18:00:10"),
        VISIT("2021-04-22T13:50:00"),
        OVER("2021-04-22T16:30:00");

        private final Instant at;

        Event(String local) {
            this.at = LocalDateTime.parse(local).atZone(PARIS).toInstant();
        }

        public Instant at() {
            return at;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final DemoClock clock;
    private final Crowd crowd;
    private final Visitors visitors;
    private final Jobs jobs;
    private final Catalogues catalogues;

    Story(DemoClock clock, Crowd crowd, Visitors visitors, Jobs jobs, Catalogues catalogues) {
        this.clock = clock;
        this.crowd = crowd;
        this.visitors = visitors;
        this.jobs = jobs;
        this.catalogues = catalogues;
    }

    public Instant now() {
        return clock.instant();
    }

    /** The newest event that has happened. */
    public Event current() {
        return List.of(Event.values()).reversed().stream()
                .filter(it -> !it.at().isAfter(now()))
                .findFirst()
                .orElse(Event.OPEN);
    }

    /** Goes on to the event; again, or to one that has passed, changes nothing. */
    public synchronized void goOnTo(Event event) {
        for (var stop : stops(clock.instant(), event.at())) {
            catalogues.authorities().forEach(authority -> crowd.ask(authority, stop));
            clock.moveTo(stop);
            jobs.runAll();
            catalogues.eachProcedure((authority, _, procedure) -> crowd.answer(authority, procedure.code()));
            catalogues.authorities().forEach(authority -> visitors.come(authority, stop));
            jobs.runAll();
        }
    }

    /** Those who asked before the story begins; in the background, so that the first page need not wait for them. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofVirtual().name("crowd").start(() -> {
            synchronized (this) {
                catalogues.authorities().forEach(authority -> crowd.ask(authority, clock.instant()));
            }
        });
    }

    private static List<Instant> stops(Instant from, Instant until) {
        var stops = new TreeSet<Instant>();
        for (var day = from.atZone(PARIS).toLocalDate();
                !day.isAfter(until.atZone(PARIS).toLocalDate());
                day = day.plusDays(1)) {
            for (var hour : HOURS) {
                stops.add(day.atTime(hour).atZone(PARIS).toInstant());
            }
        }
        stops.add(until);
        stops.removeIf(it -> !it.isAfter(from) || it.isAfter(until));
        return List.copyOf(stops);
    }
}
