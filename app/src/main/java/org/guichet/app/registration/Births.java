package org.guichet.app.registration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the dates of birth of a request by its number. It is the same work for a number that does not exist and for one
 * of six persons, so that the time of the answer tells nothing.
 */
@Component
public final class Births {
    private static final String OF_NUMBER = """
            select request.request_id, person.position, person.applicant
            from request
            join person on person.authority_id = request.authority_id and person.request_id = request.request_id
            where request.authority_id = ? and request.number = ?
            order by person.position""";

    private static final String NOWHERE = "nobody";
    private static final Applicant NOBODY = new Applicant(
            "PERSONNE", "", "", new Applicant.Birth(1900, Optional.empty(), Optional.empty()), Optional.empty(), "");

    private final JdbcClient jdbc;
    private final Vault vault;
    private final byte[] nobody;

    Births(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.nobody = vault.lock(NOBODY, NOWHERE);
    }

    /** A request and the dates of birth of its persons. */
    public record Found(RequestId request, List<Applicant.Birth> births) {}

    public Optional<Found> find(AuthorityId authority, RequestNumber number) {
        record Person(UUID request, Applicant.Birth birth) {}
        var persons = jdbc.sql(OF_NUMBER)
                .params(authority.value(), number.digits())
                .query((row, _) -> {
                    var request = Columns.uuid(row, "request_id");
                    var place = Requests.place(authority, new RequestId(request), row.getString("position"));
                    return new Person(request, birth(row.getBytes("applicant"), place));
                })
                .list();
        for (int missing = persons.size(); missing < Limits.PERSONS_MAX; missing++) {
            birth(nobody, NOWHERE);
        }
        return persons.stream()
                .findFirst()
                .map(it -> new Found(
                        new RequestId(it.request),
                        persons.stream().map(Person::birth).toList()));
    }

    private Applicant.Birth birth(byte[] locked, String place) {
        return vault.unlock(locked, place, Applicant.class).birth();
    }
}
