package org.guichet.app.demo;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guichet.app.appointment.AnswerOffer;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Settings;
import org.guichet.app.registration.Register;
import org.guichet.app.registration.RequestId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The invented people at work: they ask when their time comes and answer their offers, through the doors that all use.
 */
@Component
@ConditionalOnProperty("guichet.demo")
final class Crowd {
    private static final String ARRIVED = """
            select count(*)
            from demo_person
            where authority_id = ?""";

    private static final String ADD = """
            insert into demo_person (authority_id, person_index, request_id)
            values (?, ?, ?)
            on conflict (authority_id, person_index) do nothing""";

    private static final String ALL = """
            select person_index, request_id
            from demo_person
            where authority_id = ?""";

    // Whoever asks in this very minute need not be waited for.
    private static final Duration FILLING_SHOWN = Duration.ofHours(2);
    private static final Duration SOON = Duration.ofHours(2);
    private static final Duration LATE = Duration.ofHours(20);

    private final JdbcClient jdbc;
    private final Register register;
    private final Offers offers;
    private final AnswerOffer answer;
    private final DemoClock clock;
    private final List<Invented> people;
    private volatile boolean closing;

    Crowd(JdbcClient jdbc, Register register, Offers offers, AnswerOffer answer, DemoClock clock, Settings settings) {
        this.jdbc = jdbc;
        this.register = register;
        this.offers = offers;
        this.answer = answer;
        this.clock = clock;
        this.people = People.invent(settings.people());
    }

    /** Whoever is asking finishes, and nobody else begins: the database is about to close. */
    @PreDestroy
    void close() {
        closing = true;
        awaitLast();
    }

    // Entered when nobody asks or answers any more.
    private synchronized void awaitLast() {}

    /** Whoever asks before {@code until} and has not yet, asks, each at the own moment. */
    synchronized void ask(AuthorityId authority, Instant until) {
        if (closing) {
            return;
        }
        for (int i = arrived(authority);
                !closing && i < people.size() && people.get(i).asksAt().isBefore(until);
                i++) {
            var one = people.get(i);
            var outcome = clock.at(one.asksAt(), () -> register.register(authority, one.application()));
            jdbc.sql(ADD)
                    .params(authority.value(), i, outcome.request().id().value())
                    .update();
        }
    }

    /** Whether some who should have asked by now are still on their way. */
    boolean isFilling(AuthorityId authority, Instant now) {
        var arrived = arrived(authority);
        return arrived < people.size() && people.get(arrived).asksAt().isBefore(now.minus(FILLING_SHOWN));
    }

    private int arrived(AuthorityId authority) {
        return jdbc.sql(ARRIVED).params(authority.value()).query(Integer.class).single();
    }

    /** Whoever has an offer and thought long enough about it answers. */
    synchronized void answer(AuthorityId authority, String pool) {
        var now = clock.instant();
        var open = offers.live(authority, pool).stream()
                .filter(it -> it.state() == Offer.State.OPEN)
                .toList();
        var known = open.isEmpty() ? Map.<RequestId, Invented>of() : known(authority);
        open.stream()
                .filter(it -> known.containsKey(it.request()))
                .forEach(it -> answer(authority, Objects.requireNonNull(known.get(it.request())), it, now));
    }

    /** Who is invented; everybody else came by the pages. */
    Map<RequestId, Invented> known(AuthorityId authority) {
        record Row(int index, RequestId request) {}
        return jdbc
                .sql(ALL)
                .params(authority.value())
                .query((row, _) ->
                        new Row(row.getInt("person_index"), new RequestId(row.getObject("request_id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::request, row -> people.get(row.index())));
    }

    private void answer(AuthorityId authority, Invented one, Offer offer, Instant now) {
        var thought = Duration.between(offer.madeAt(), now);
        switch (one.answer()) {
            case YES_SOON -> {
                if (thought.compareTo(SOON) >= 0) {
                    answer.yes(authority, offer.id());
                }
            }
            case YES_LATE -> {
                if (thought.compareTo(LATE) >= 0) {
                    answer.yes(authority, offer.id());
                }
            }
            case NO -> {
                if (thought.compareTo(LATE) >= 0) {
                    answer.no(authority, offer.id());
                }
            }
            case SILENCE -> {}
        }
    }
}
