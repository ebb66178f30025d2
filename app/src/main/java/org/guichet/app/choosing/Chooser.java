package org.guichet.app.choosing;

import java.util.List;
import java.util.UUID;
import org.guichet.app.registration.Applicant;
import org.guichet.core.allot.Together;

/**
 * Who chooses: the persons and how they come, known before they see a calendar. What is kept for them is kept under the
 * name of their form, which only the sealed answers hold.
 */
public record Chooser(String pool, UUID form, List<Applicant> persons, Together together) {
    public Chooser {
        persons = List.copyOf(persons);
    }

    int count() {
        return persons.size();
    }
}
