package org.guichet.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.draw.Ranks;
import org.guichet.app.page.View;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.RequestId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Picks whom to follow: a couple near the visit of the story, and the last of the line. */
@Component
@ConditionalOnProperty("guichet.demo")
final class Examples {
    private static final String POOL = "aes-famille";
    private static final String CENTRE = "charcot";

    /** Thursday 22 April 2021, 14:00 in Paris. */
    private static final Instant VISIT = Instant.parse("2021-04-22T12:00:00Z");

    private final Crowd crowd;
    private final Offers offers;
    private final Ranks ranks;
    private final Passes passes;

    Examples(Crowd crowd, Offers offers, Ranks ranks, Passes passes) {
        this.crowd = crowd;
        this.offers = offers;
        this.ranks = ranks;
        this.passes = passes;
    }

    /** A couple with an offer or an appointment, as near as there is to the visit of the story; afterwards the same. */
    Optional<StoryPage.Example> served(View view) {
        var known = crowd.known(view.authority());
        return Stream.concat(offers.live(view.authority(), POOL).stream(), metOnTheDay(view))
                .filter(it -> persons(known, it.request()).size() == 2 && brings(known, it.request()))
                .min(Comparator.comparing((Offer it) ->
                                Duration.between(VISIT, it.startsAt()).abs())
                        .thenComparing((Offer it) -> !it.centre().equals(CENTRE))
                        .thenComparing(it -> it.request().value()))
                .map(it -> example(
                        view,
                        known,
                        it.request(),
                        view.t("answer.when", "date", view.date(it.startsAt()), "time", view.time(it.startsAt()))));
    }

    private Stream<Offer> metOnTheDay(View view) {
        var half = Duration.ofHours(6);
        return offers.ofDay(view.authority(), CENTRE, VISIT.minus(half), VISIT.plus(half)).stream()
                .filter(it -> it.pool().equals(POOL) && it.state() == Offer.State.MET);
    }

    /** The last of the line. */
    Optional<StoryPage.Example> waiting(View view) {
        var known = crowd.known(view.authority());
        List<Ranks.Rank> line = ranks.line(view.authority(), POOL);
        return line.reversed().stream()
                .filter(it -> !persons(known, it.request()).isEmpty())
                .findFirst()
                .map(it -> example(
                        view,
                        known,
                        it.request(),
                        view.t("demo.rank", "position", it.position(), "count", line.size())));
    }

    private static List<Applicant> persons(Map<RequestId, Invented> known, RequestId request) {
        var one = known.get(request);
        return one == null ? List.of() : one.application().persons();
    }

    private static boolean brings(Map<RequestId, Invented> known, RequestId request) {
        return Objects.requireNonNull(known.get(request)).visit() == Invented.Visit.COMPLETE;
    }

    private StoryPage.Example example(View view, Map<RequestId, Invented> known, RequestId request, String when) {
        var names = Objects.requireNonNull(known.get(request)).application().persons().stream()
                .map(Applicant::fullName)
                .collect(Collectors.joining(", "));
        var key = passes.key(view.authority(), request, Passes.Level.LINK);
        return new StoryPage.Example(names, view.to("/suivi?k=" + key), when);
    }
}
