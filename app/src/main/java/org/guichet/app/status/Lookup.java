package org.guichet.app.status;

import java.util.Optional;
import org.guichet.app.limit.Full;
import org.guichet.app.limit.Gate;
import org.guichet.app.limit.Source;
import org.guichet.app.page.Form;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Births;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestNumber;
import org.guichet.app.registration.TypedBirth;
import org.springframework.stereotype.Component;

/** Opens a request by its number and what its persons know: a year of birth to look, a full date of birth to act. */
@Component
final class Lookup {
    private final Births births;
    private final Gate gate;
    private final Passes passes;

    Lookup(Births births, Gate gate, Passes passes) {
        this.births = births;
        this.gate = gate;
        this.passes = passes;
    }

    sealed interface Outcome {
        record Found(String key) implements Outcome {}

        /** The number does not exist, or the birth is wrong: the answer is the same. */
        record Nothing() implements Outcome {}

        record TooManyTries(Full full) implements Outcome {}
    }

    Outcome look(AuthorityId authority, Source source, RequestNumber number, String typedYear) {
        return open(
                new Try(authority, source, number),
                Passes.Level.LOOK,
                born -> String.valueOf(born.year()).equals(typedYear));
    }

    Outcome act(AuthorityId authority, Source source, Request request, Form form) {
        var typed = TypedBirth.read(form.value("jour"), form.value("mois"), form.value("annee"));
        return open(
                new Try(authority, source, request.number()),
                Passes.Level.ACT,
                born -> typed.equals(new TypedBirth.Reading.Good(born)));
    }

    private interface Knows {
        boolean birth(Applicant.Birth born);
    }

    private record Try(AuthorityId authority, Source source, RequestNumber number) {}

    // It is counted before it is known how it ends, so that tries at the same time count too.
    private Outcome open(Try it, Passes.Level level, Knows knows) {
        var number = it.number.digits();
        Optional<Full> full = gate.tryNumber(it.authority, it.source, number);
        if (full.isPresent()) {
            return new Outcome.TooManyTries(full.get());
        }
        var found = births.find(it.authority, it.number)
                .filter(persons -> persons.births().stream().anyMatch(knows::birth));
        if (found.isPresent()) {
            gate.foundNumber(it.authority, number);
            return new Outcome.Found(passes.key(it.authority, found.get().request(), level));
        }
        gate.triedInVain(it.authority, it.source);
        return new Outcome.Nothing();
    }
}
