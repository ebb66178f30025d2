package org.guichet.app.status;

import java.util.List;
import java.util.Optional;
import org.guichet.app.page.Form;
import org.guichet.app.page.Text;
import org.guichet.app.page.TypedDate;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestNumber;
import org.guichet.app.registration.Requests;
import org.springframework.stereotype.Component;

/** Opens a request by its number and what its persons know: a year of birth to look, a full date of birth to act. */
@Component
final class Lookup {
    private final Requests requests;
    private final Attempts attempts;
    private final Passes passes;

    Lookup(Requests requests, Attempts attempts, Passes passes) {
        this.requests = requests;
        this.attempts = attempts;
        this.passes = passes;
    }

    sealed interface Outcome {
        record Found(String key) implements Outcome {}

        /** The number does not exist, or the birth is wrong: the answer is the same. */
        record Nothing() implements Outcome {}

        record TooManyTries() implements Outcome {}
    }

    Outcome look(AuthorityId authority, RequestNumber number, String typedYear) {
        return open(
                authority,
                number,
                Passes.Level.LOOK,
                born -> String.valueOf(born.year()).equals(typedYear));
    }

    Outcome act(AuthorityId authority, Request request, Form form) {
        var day = figures(form.value("jour"));
        var month = TypedDate.month(form.value("mois")).map(String::valueOf).orElse("");
        var year = figures(form.value("annee"));
        return open(
                authority,
                request.number(),
                Passes.Level.ACT,
                born -> String.valueOf(born.year()).equals(year)
                        && born.month().map(String::valueOf).orElse("").equals(month)
                        && born.day().map(String::valueOf).orElse("").equals(day));
    }

    private interface Knows {
        boolean birth(Applicant.Birth born);
    }

    private Outcome open(AuthorityId authority, RequestNumber number, Passes.Level level, Knows knows) {
        if (attempts.areTooMany(authority, number)) {
            return new Outcome.TooManyTries();
        }
        Optional<Request> found = requests.find(authority, number);
        List<Applicant> persons =
                found.map(it -> requests.persons(authority, it.id())).orElse(List.of());
        if (persons.stream().anyMatch(it -> knows.birth(it.birth()))) {
            return new Outcome.Found(passes.key(authority, found.orElseThrow().id(), level));
        }
        attempts.failed(authority, number);
        return new Outcome.Nothing();
    }

    /** Figures without leading zeros; unknown parts of a birth date are left empty, zero or X. */
    private static String figures(String typed) {
        return Text.latinDigits(typed).replaceAll("^[0xX?]+(?=.)|^[0xX?]$", "").strip();
    }
}
