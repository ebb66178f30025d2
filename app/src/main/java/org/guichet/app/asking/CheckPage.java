package org.guichet.app.asking;

import java.util.List;
import java.util.Locale;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.page.View;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Application;
import org.guichet.app.registration.Wishes;

/**
 * All answers once more, each with a way to change it, before anything is written; {@code canChoose} where the person
 * said what suits and a place can be chosen meanwhile.
 */
public record CheckPage(
        View view,
        Catalogue catalogue,
        Catalogue.Procedure procedure,
        Answers answers,
        Application application,
        boolean canChoose,
        String sealed,
        String back) {

    public String change(String slug) {
        return view.to("/demande/" + procedure.code() + "/" + slug + "?s=" + sealed);
    }

    public List<Applicant> persons() {
        return application.persons();
    }

    public Wishes wishes() {
        return application.wishes();
    }

    /** When, where a place was chosen. */
    public String place() {
        var start = answers.place().orElseThrow().start();
        return view.start(view.t("answer.when", "date", view.date(start), "time", view.time(start)));
    }

    public String centre() {
        return catalogue
                .centre(answers.place().orElseThrow().centre())
                .orElseThrow()
                .address();
    }

    public String born(Applicant person) {
        return person.birth().in(view);
    }

    public String document(Applicant person) {
        return person.document()
                .map(it -> view.t("asking.document." + it.kind().name().toLowerCase(Locale.ROOT)) + " "
                        + Locale.of("", it.country())
                                .getDisplayCountry(view.language().locale()) + ", " + it.number())
                .orElseGet(() -> view.t("asking.check.nodocument", "place", person.birthPlace()));
    }

    public List<String> where() {
        return Words.where(view, catalogue, wishes());
    }

    public List<String> when() {
        return Words.when(view, wishes());
    }

    public List<String> impossible() {
        return Words.impossible(view, wishes());
    }

    public String preference() {
        return Words.preference(view, catalogue, wishes());
    }
}
