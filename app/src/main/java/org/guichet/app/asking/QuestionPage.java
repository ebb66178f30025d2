package org.guichet.app.asking;

import java.util.List;
import java.util.Locale;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.page.Form;
import org.guichet.app.page.View;

/** One question with what was typed; {@code sealed} carries all answers, {@code back} is the page before. */
public record QuestionPage(
        View view,
        Catalogue.Procedure procedure,
        Step step,
        Answers answers,
        Form form,
        String sealed,
        String back,
        Catalogues catalogues) {

    public Catalogue catalogue() {
        return catalogues.of(view.authority());
    }

    public String title() {
        var key = "asking." + step.kind().name().toLowerCase(Locale.ROOT) + ".title";
        return view.t(key, "person", step.person());
    }

    /** The field's name on this page: a person's fields carry the person's number. */
    public String field(String name) {
        return Step.field(step.person(), name);
    }

    /** Whether the person fills in her own data: only then may the browser offer what it knows of its owner. */
    public boolean isOwn() {
        return step.person() == 1 && !answers.get("qui").equals("aide");
    }

    public List<Catalogue.Centre> centres() {
        return catalogues.of(view.authority()).centresOf(procedure.code());
    }

    public List<Locale> countries() {
        return PersonQuestions.countries(view.language().locale());
    }

    public String hours(boolean morning) {
        return catalogues
                .hours(view.authority(), procedure.code(), morning)
                .map(it -> view.time(it.from()) + "–" + view.time(it.until()))
                .orElse("");
    }

    public String nameOf(int person) {
        return String.join(" ", answers.get(Step.field(person, "prenoms")), answers.get(Step.field(person, "nom")))
                .strip();
    }
}
