package org.guichet.app.registration;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.guichet.app.notice.Outbox;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Locked;
import org.guichet.app.platform.TimedId;
import org.guichet.app.platform.Vault;
import org.guichet.app.window.Window;
import org.guichet.core.ledger.leaf.Commitment;
import org.springframework.stereotype.Component;

/** Makes drafts: all that takes time and needs no lock is done here, in the thread of each person. */
@Component
final class Drafts {
    private final Vault vault;
    private final SecureRandom random;
    private final Openings openings;
    private final Correspondence correspondence;

    Drafts(Vault vault, SecureRandom random, Openings openings, Correspondence correspondence) {
        this.vault = vault;
        this.random = random;
        this.openings = openings;
        this.correspondence = correspondence;
    }

    Draft draft(AuthorityId authority, Application application, Window window, Instant now) {
        var salt = new byte[Commitment.SALT_BYTES];
        random.nextBytes(salt);
        var personKeys = application.persons().stream()
                .map(it -> vault.hash(it.identity()))
                .toList();
        var id = new RequestId(TimedId.at(now));
        var request = new Request(
                id,
                window.pool(),
                window.number(),
                RequestNumber.draw(random),
                openings.label(salt, window, id, now, personKeys),
                now,
                application.language(),
                application.persons().size(),
                application.together(),
                application.wishes(),
                false,
                application.reach().isAtTheDesk(),
                Optional.empty(),
                Optional.empty());
        return new Draft(
                request,
                window,
                application.submission(),
                HexFormat.of().formatHex(salt),
                personKeys,
                locked(authority, id, application.persons()),
                vault.locked(application.reach(), Requests.place(authority, id, "reach")),
                confirmation(authority, application, request, window));
    }

    private List<Locked> locked(AuthorityId authority, RequestId request, List<Applicant> persons) {
        return IntStream.range(0, persons.size())
                .mapToObj(i -> vault.locked(persons.get(i), Requests.place(authority, request, String.valueOf(i + 1))))
                .toList();
    }

    private List<Outbox.Letter> confirmation(
            AuthorityId authority, Application application, Request request, Window window) {
        var view = correspondence.view(authority, request);
        return correspondence.letters(
                new Correspondence.Addressee(authority, request, application.reach()),
                request.registeredAt(),
                "registered",
                "closes",
                view.lastDay(window.closesAt()),
                "draw",
                view.date(window.drawAt()));
    }
}
