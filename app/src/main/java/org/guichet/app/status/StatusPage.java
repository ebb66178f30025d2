package org.guichet.app.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.app.appointment.Offer;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.forecast.Told;
import org.guichet.app.page.Localized;
import org.guichet.app.page.Problem;
import org.guichet.app.page.View;
import org.guichet.core.planning.Forecast;

/**
 * One number, one date, one next step; the story of the request as a line under it. {@code never} is what the rules in
 * force can never serve.
 */
public record StatusPage(
        View view,
        Glance glance,
        Catalogue.Procedure procedure,
        Situation situation,
        Optional<Told> outlook,
        Optional<Closed> closed,
        Optional<Catalogue.LegalClass> legalClass,
        Optional<Problem> never,
        Situation.Next next,
        String key,
        boolean changed) {

    /** Everything stored or calculated that the page is made of: where this is equal, the pages are equal. */
    String inputs() {
        return Stream.of(
                        glance,
                        situation,
                        outlook.map(Told::name),
                        closed.map(Closed::offer),
                        never,
                        next,
                        key,
                        changed)
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
    }

    public Glance.Asked request() {
        return glance.asked();
    }

    public Optional<Standing> standing() {
        return glance.drawn().standing();
    }

    /** The appointment that was missed, where it cost the drawn rank (rule 20): later ones cost nothing. */
    public Optional<Offer> missed() {
        return hasDrawnRank()
                ? Optional.empty()
                : glance.offers().reversed().stream()
                        .filter(it -> it.state() == Offer.State.ABSENT)
                        .findFirst();
    }

    private boolean hasDrawnRank() {
        var position = standing().map(Standing::position);
        return glance.drawn().rank().stream()
                .allMatch(it -> it.cohort() == request().window()
                        && position.filter(drawn -> drawn == it.position()).isPresent());
    }

    /** The drawn position among all of its window. */
    public record Standing(int position, int count) {}

    /** What the person lost by a closure and has no other answer since; why, as long as the file says it. */
    public record Closed(Offer offer, Optional<Localized> reason) {}

    /** A step of the line: what, when, and how far it came. */
    public record Step(String title, String text, State state) {}

    /** How far a step came; the word is always written beside the mark. */
    public enum State {
        PAST,
        NOW,
        TURN,
        AHEAD;

        /** The class of its mark in the style sheet. */
        public String mark() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether its person chose the place: then a drawn position decided nothing. */
    public boolean isChosen() {
        return situation.appointment().filter(Offer::chosen).isPresent();
    }

    /** Whether a chosen place was given back or lost: then another one may be chosen. */
    public boolean mayChooseAgain() {
        return glance.isLive()
                && glance.offers().stream()
                        .findFirst()
                        .filter(it -> it.isToChooseAgain(glance.drawn().rank().isPresent()))
                        .isPresent();
    }

    public boolean isOver() {
        return situation instanceof Situation.Ended;
    }

    /** A span of weeks in one sentence of the kind {@code name}. */
    public String span(String name, Forecast.Span span) {
        var from = view.date(span.from());
        return span.until()
                .map(until -> view.t(name, "from", from, "until", view.date(until)))
                .orElseGet(() -> view.t("status.forecast.open", "from", from));
    }

    public String to(String path) {
        return view.to(path + (path.contains("?") ? "&k=" : "?k=") + key);
    }

    public String title() {
        return switch (situation) {
            case Situation.Offered(var offer) ->
                view.t(
                        "status.offered.title",
                        "date",
                        view.date(offer.answerBy()),
                        "time",
                        view.time(offer.answerBy()));
            case Situation.Confirmed(var offer) -> appointment(offer);
            case Situation.Passed(var offer) -> appointment(offer);
            case Situation.Collecting _,
                    Situation.BeforeDraw _,
                    Situation.Waiting _,
                    Situation.Asleep _,
                    Situation.Ended _ -> view.t(situation.key() + ".title");
        };
    }

    private String appointment(Offer offer) {
        return view.t(
                situation.key() + ".title", "date", view.date(offer.startsAt()), "time", view.time(offer.startsAt()));
    }

    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        steps.add(new Step(view.t("status.step.registered"), at(request().registeredAt()), State.PAST));
        if (isChosen()) {
            var chosen = situation.appointment().orElseThrow();
            steps.add(new Step(view.t("status.step.chosen"), at(chosen.madeAt()), State.PAST));
        } else {
            steps.addAll(List.of(draw(), search(), offer()));
        }
        steps.add(appointment());
        return steps;
    }

    private String at(Instant instant) {
        return view.t("status.at", "date", view.date(instant), "time", view.time(instant));
    }

    private Step draw() {
        var title = view.t("status.step.draw");
        return standing()
                .map(it -> new Step(
                        title,
                        view.t(
                                "status.drawn",
                                "position",
                                it.position(),
                                "count",
                                it.count(),
                                "date",
                                view.date(next.draw())),
                        State.PAST))
                .orElseGet(() -> new Step(
                        title, view.date(next.draw()), now(Situation.Collecting.class, Situation.BeforeDraw.class)));
    }

    private Step search() {
        var title = view.t("status.step.search");
        return switch (situation) {
            case Situation.Waiting _ ->
                new Step(
                        title,
                        view.t("status.nextrun", "date", view.date(next.run()), "time", view.time(next.run())),
                        State.NOW);
            case Situation.Asleep _ -> new Step(title, view.t("status.paused"), State.TURN);
            case Situation.Collecting _,
                    Situation.BeforeDraw _,
                    Situation.Offered _,
                    Situation.Confirmed _,
                    Situation.Passed _,
                    Situation.Ended _ ->
                new Step(title, "", standing().isPresent() && !isOver() ? State.PAST : State.AHEAD);
        };
    }

    private Step offer() {
        var title = view.t("status.step.offer");
        return switch (situation) {
            case Situation.Offered(var offer) ->
                new Step(
                        title,
                        view.t("answer.when", "date", view.date(offer.startsAt()), "time", view.time(offer.startsAt())),
                        State.TURN);
            case Situation.Confirmed _, Situation.Passed _ -> new Step(title, view.t("status.accepted"), State.PAST);
            case Situation.Collecting _,
                    Situation.BeforeDraw _,
                    Situation.Waiting _,
                    Situation.Asleep _,
                    Situation.Ended _ -> new Step(title, "", State.AHEAD);
        };
    }

    private Step appointment() {
        var when = situation
                .appointment()
                .map(it -> view.t("answer.when", "date", view.date(it.startsAt()), "time", view.time(it.startsAt())))
                .orElse("");
        var state = switch (situation) {
            case Situation.Confirmed _ -> State.NOW;
            case Situation.Passed _ -> State.PAST;
            case Situation.Collecting _,
                    Situation.BeforeDraw _,
                    Situation.Waiting _,
                    Situation.Asleep _,
                    Situation.Offered _,
                    Situation.Ended _ -> State.AHEAD;
        };
        return new Step(view.t("status.step.appointment"), when, state);
    }

    private State now(Class<?>... situations) {
        for (var each : situations) {
            if (each.isInstance(situation)) {
                return State.NOW;
            }
        }
        return State.AHEAD;
    }
}
