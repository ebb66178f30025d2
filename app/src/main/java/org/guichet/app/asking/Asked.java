package org.guichet.app.asking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.choosing.Calendar;
import org.guichet.app.choosing.Calendars;
import org.guichet.app.choosing.Chooser;
import org.guichet.app.choosing.Wanted;
import org.guichet.app.page.Form;
import org.guichet.app.page.Seals;
import org.guichet.app.page.View;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.Application;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** Seals and opens the answers, checks each page of them, and makes an application of the whole. */
@Component
final class Asked {
    private final Seals seals;
    private final JsonMapper json;
    private final Catalogues catalogues;
    private final Calendars calendars;
    private final Requests requests;
    private final Clock clock;

    Asked(Seals seals, JsonMapper json, Catalogues catalogues, Calendars calendars, Requests requests, Clock clock) {
        this.seals = seals;
        this.json = json;
        this.catalogues = catalogues;
        this.calendars = calendars;
        this.requests = requests;
        this.clock = clock;
    }

    sealed interface Opened {
        record Good(Answers answers) implements Opened {}

        /** Too old, or not from us: the answers are gone; what was sent of them is a request. */
        record Gone() implements Opened {}
    }

    Catalogue catalogue(View view) {
        return catalogues.of(view.authority());
    }

    Catalogue.Procedure procedure(View view, String code) {
        return catalogue(view).procedure(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    String seal(View view, String procedure, Answers answers) {
        return seals.seal(purpose(view.authority(), procedure), json.writeValueAsString(answers));
    }

    Opened open(View view, String procedure, String sealed) {
        if (sealed.isEmpty()) {
            return new Opened.Good(Answers.none());
        }
        return switch (seals.open(purpose(view.authority(), procedure), sealed, Limits.ANSWERS_LIVE)) {
            case Seals.Opened.Good(var text, var _) -> new Opened.Good(json.readValue(text, Answers.class));
            case Seals.Opened.TooOld() -> new Opened.Gone();
            case Seals.Opened.Broken() -> new Opened.Gone();
        };
    }

    /**
     * The request that was made of these answers, if they were sent. They are shown to nobody then: the address stands
     * in the history of a computer that others may use. It leads to the receipt, as sending them again does, since
     * whoever never saw an answer knows no number.
     */
    Optional<Request> sentAs(View view, String sealed, Answers answers) {
        return sealed.isEmpty() ? Optional.empty() : requests.find(view.authority(), answers.submission());
    }

    /** The page's fields, with everything that is to be corrected in them. */
    Form check(View view, Catalogue.Procedure procedure, Step step, Answers answers) {
        var form = answers.form();
        var person = step.person();
        var times = times(view, procedure, answers);
        switch (step.kind()) {
            case QUI -> PersonQuestions.checkChoice(form, "qui", PersonQuestions.WHO);
            case PERSONNE -> {
                PersonQuestions.checkNames(form, person);
                PersonQuestions.checkBirth(form, person, today(view));
            }
            case DOCUMENT -> {
                PersonQuestions.checkDocument(form, person);
                PersonQuestions.checkTwice(form, person, today(view));
            }
            case ENCORE -> PersonQuestions.checkChoice(form, "encore-" + person, PersonQuestions.YES_OR_NO);
            case ENSEMBLE -> times.checkTogether(form);
            case PLACE -> {
                if (answers.place().isEmpty()) {
                    form.problem("place", "asking.place.missing");
                }
            }
            case OU -> PersonQuestions.checkChoice(form, "ou", PersonQuestions.EVERYTHING_OR_CHOOSE);
            case CENTRES -> times.checkCentres(form);
            case MOMENTS -> times.checkMoments(form);
            case PREFERENCE -> times.checkPreference(form);
            case IMPOSSIBLE -> times.checkImpossible(form);
            case JOINDRE -> ReachQuestion.check(form);
        }
        return form;
    }

    /** The first of the pages that is still open. Days pass while a form lies open: each is checked again. */
    Optional<Step> firstOpen(View view, Catalogue.Procedure procedure, Answers answers) {
        return Step.route(answers).stream()
                .filter(step -> !answers.isAnswered(step)
                        || !check(view, procedure, step, answers).isGood())
                .findFirst();
    }

    /** Who chooses; only where the pages about the persons are good. */
    Chooser chooser(View view, Catalogue.Procedure procedure, Answers answers) {
        return new Chooser(
                procedure.code(),
                answers.submission(),
                PersonQuestions.applicants(answers, today(view)),
                PersonQuestions.together(answers.form()));
    }

    /** The address of a page, with the answers in it. */
    String to(View view, Catalogue.Procedure procedure, String slug, Answers answers) {
        return view.to("/demande/" + procedure.code() + "/" + slug + "?s=" + seal(view, procedure.code(), answers));
    }

    /** Where somebody goes on whose place was taken meanwhile: the same day on the calendar, with a sentence. */
    String taken(View view, Catalogue.Procedure procedure, Answers answers, Wanted wanted) {
        return to(view, procedure, "place", answers.chosen("", "")) + "&centre=" + wanted.centre() + "&jour="
                + view.local(wanted.start()) + "&dit=prise#dit";
    }

    /** Where somebody goes on when places are not chosen any more: to what suits, with nothing typed lost. */
    String over(View view, Catalogue.Procedure procedure, Answers answers) {
        return byWishes(view, procedure, answers, Answers.Way.LINE_FORMED) + "#dit";
    }

    /** The first page still open of those that ask what suits. */
    String byWishes(View view, Catalogue.Procedure procedure, Answers answers, Answers.Way way) {
        var wishes = answers.on(way).chosen("", "");
        return to(
                view,
                procedure,
                firstOpen(view, procedure, wishes).map(Step::slug).orElse("verification"),
                wishes);
    }

    /** What can be chosen at this moment; empty when places are not chosen. */
    Optional<Calendar> calendar(View view, Catalogue.Procedure procedure, Answers answers) {
        return calendars.of(view.authority(), chooser(view, procedure, answers));
    }

    /** Whether a place can be chosen at this moment. */
    boolean isChoice(View view, String procedure) {
        return calendars.isChoice(view.authority(), procedure);
    }

    /** Only for answers that are good on every page. */
    Application application(View view, Catalogue.Procedure procedure, Answers answers) {
        var form = answers.form();
        return new Application(
                procedure.code(),
                answers.submission(),
                view.language(),
                PersonQuestions.applicants(answers, today(view)),
                PersonQuestions.together(answers.form()),
                times(view, procedure, answers).wishes(form),
                ReachQuestion.reach(form));
    }

    private TimeQuestions times(View view, Catalogue.Procedure procedure, Answers answers) {
        var horizon = catalogues.horizon(view.authority(), procedure.code(), today(view));
        return TimeQuestions.of(horizon, answers.persons(), answers.form());
    }

    private LocalDate today(View view) {
        return view.local(clock.instant());
    }

    private static String purpose(AuthorityId authority, String procedure) {
        return "answers/" + authority.value() + "/" + procedure;
    }
}
