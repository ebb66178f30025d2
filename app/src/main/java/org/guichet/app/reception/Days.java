package org.guichet.app.reception;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.app.access.Desk;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.springframework.stereotype.Component;

/** The appointments of a centre, by day, with their persons and what happened to them. */
@Component
public final class Days {
    private static final Set<Offer.State> APPOINTMENTS =
            EnumSet.of(Offer.State.ACCEPTED, Offer.State.MET, Offer.State.ABSENT, Offer.State.CLOSED);

    private final Offers offers;
    private final Requests requests;
    private final Visits visits;

    Days(Offers offers, Requests requests, Visits visits) {
        this.offers = offers;
        this.requests = requests;
        this.visits = visits;
    }

    /** An appointment as the counter sees it. */
    public record Appointment(Offer offer, Request request, List<Applicant> persons, Optional<Visit> visit) {
        public UUID id() {
            return offer.id();
        }

        public Visit.State state() {
            return offer.endedByClosure()
                    ? Visit.State.CLOSED
                    : visit.map(Visit::state).orElse(Visit.State.EXPECTED);
        }

        /** The first person, and how many others. */
        public String names() {
            var first = persons.getFirst().fullName();
            return persons.size() == 1 ? first : first + " + " + (persons.size() - 1);
        }
    }

    List<Appointment> of(Desk desk, LocalDate day) {
        var from = day.atStartOfDay(desk.zone()).toInstant();
        var until = day.plusDays(1).atStartOfDay(desk.zone()).toInstant();
        return appointments(desk, offers.ofDay(desk.authority(), desk.centre().code(), from, until));
    }

    /** An appointment of the agent's own centre, on whatever day. */
    Optional<Appointment> find(Desk desk, UUID offer) {
        return offers.find(desk.authority(), offer)
                .filter(it -> it.centre().equals(desk.centre().code()) && APPOINTMENTS.contains(it.state()))
                .map(it -> appointments(desk, List.of(it)).getFirst());
    }

    /** The same, if something can be done with it. */
    Optional<Appointment> inHand(Desk desk, UUID offer, Instant now) {
        return find(desk, offer).filter(it -> isInHand(desk, it, now));
    }

    /** Whether its day is today, or is past and nobody noted until today what became of it. */
    static boolean isInHand(Desk desk, Appointment appointment, Instant now) {
        var today = desk.day(now);
        var day = desk.day(appointment.offer().startsAt());
        var isOpen = appointment.offer().state() == Offer.State.ACCEPTED;
        if (day.isAfter(today)) {
            return false;
        }
        return isOpen
                || day.equals(today)
                || appointment.visit().stream()
                        .anyMatch(it -> desk.day(it.since()).equals(today));
    }

    /** The appointments of past days of which nobody noted what became of them, oldest first. */
    List<Appointment> unnoted(Desk desk, LocalDate today) {
        var until = today.atStartOfDay(desk.zone()).toInstant();
        var from = until.minus(Limits.NOTED_AFTER_MAX).minus(Duration.ofDays(1));
        return appointments(
                desk,
                offers.ofDay(desk.authority(), desk.centre().code(), from, until).stream()
                        .filter(it -> it.state() == Offer.State.ACCEPTED)
                        .toList());
    }

    // Three statements, however many they are.
    private List<Appointment> appointments(Desk desk, List<Offer> some) {
        var authority = desk.authority();
        var ids = some.stream().map(Offer::request).toList();
        var known = requests.all(authority, ids);
        var persons = requests.persons(authority, ids);
        var seen = visits.all(authority, some.stream().map(Offer::id).toList());
        return some.stream()
                .map(it -> new Appointment(
                        it,
                        Objects.requireNonNull(known.get(it.request())),
                        Objects.requireNonNull(persons.get(it.request())),
                        Optional.ofNullable(seen.get(it.id()))))
                .toList();
    }
}
