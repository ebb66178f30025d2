package org.guichet.app.registration;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.guichet.app.notice.Reach;
import org.guichet.app.page.Language;
import org.guichet.app.platform.Limits;
import org.guichet.core.allot.Together;

/**
 * What somebody asks for, complete and checked, before it is a request. {@code submission} is the same for the same
 * form.
 */
public record Application(
        String pool,
        UUID submission,
        Language language,
        List<Applicant> persons,
        Together together,
        Wishes wishes,
        Reach reach) {

    public Application {
        persons = List.copyOf(persons);
        if (persons.isEmpty() || persons.size() > Limits.PERSONS_MAX) {
            throw new IllegalArgumentException("One to " + Limits.PERSONS_MAX + " persons come together");
        }
        if (new HashSet<>(persons.stream().map(Applicant::identity).toList()).size() < persons.size()) {
            throw new IllegalArgumentException("A person comes once");
        }
    }
}
