package org.guichet.app.limit;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.page.Contact;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.guichet.app.platform.Vault;
import org.springframework.stereotype.Component;

/** Counts what is done, and tells which bound is full, if one is. Who is declared in the catalogue may do more. */
@Component
public final class Gate {
    private final Counts counts;
    private final Tally tally;
    private final Catalogues catalogues;
    private final Vault vault;
    private final Transactions transactions;
    private final Set<UUID> passed = Collections.synchronizedSet(Collections.newSetFromMap(new Newest()));

    /** Forgets the oldest when it is full. */
    private static final class Newest extends LinkedHashMap<UUID, Boolean> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > Limits.FORMS_REMEMBERED_MAX;
        }
    }

    Gate(Counts counts, Tally tally, Catalogues catalogues, Vault vault, Transactions transactions) {
        this.counts = counts;
        this.tally = tally;
        this.catalogues = catalogues;
        this.vault = vault;
        this.transactions = transactions;
    }

    /** One more request from there, told to these addresses and telephones. */
    public Optional<Full> ask(AuthorityId authority, Source source, List<String> contacts) {
        var now = transactions.now();
        return source.network()
                .filter(it -> add(authority, Bound.ASKED_FROM_NETWORK, it.toString(), now)
                        > Bound.ASKED_FROM_NETWORK.most() * times(authority, source))
                .map(_ -> full(Bound.ASKED_FROM_NETWORK, now))
                .or(() -> reach(authority, contacts));
    }

    /**
     * A form for these persons, each told apart by a text. It counts once however often it is sent again: in an outage
     * people do, and nothing is recorded.
     */
    public Optional<Full> ask(
            AuthorityId authority, Source source, UUID form, List<String> contacts, List<String> persons) {
        if (passed.contains(form)) {
            return Optional.empty();
        }
        var full = ask(authority, source, contacts).or(() -> askFor(authority, source, persons));
        if (full.isEmpty()) {
            passed.add(form);
        }
        return full;
    }

    // Counted for each network apart: ten forms from elsewhere neither shut anybody out nor tell who has asked.
    private Optional<Full> askFor(AuthorityId authority, Source source, List<String> persons) {
        var now = transactions.now();
        return source.network().stream()
                .flatMap(network -> persons.stream().map(person -> network + "|" + person))
                .filter(it -> add(authority, Bound.ASKED_FOR_PERSON, it, now) > Bound.ASKED_FOR_PERSON.most())
                .findFirst()
                .map(_ -> full(Bound.ASKED_FOR_PERSON, now));
    }

    /** One more request is told to these addresses and telephones. */
    public Optional<Full> reach(AuthorityId authority, List<String> contacts) {
        var now = transactions.now();
        return contacts.stream()
                .map(Contact::of)
                .filter(it -> add(authority, Bound.ASKED_FOR_CONTACT, it.text(), now)
                        > Bound.ASKED_FOR_CONTACT.most() * times(authority, it))
                .findFirst()
                .map(_ -> full(Bound.ASKED_FOR_CONTACT, now));
    }

    /** Whether a request may choose a place once more. */
    public Optional<Full> chooseAgain(AuthorityId authority, UUID request) {
        var bound = Bound.CHOSEN_AGAIN;
        var now = transactions.now();
        return counts.seen(authority, target(bound, request.toString()), bound.since(now)) < bound.most()
                ? Optional.empty()
                : Optional.of(full(bound, now));
    }

    /** It did. */
    public void choseAgain(AuthorityId authority, UUID request) {
        add(authority, Bound.CHOSEN_AGAIN, request.toString(), transactions.now());
    }

    /** One more date of birth for a number, before it is known whether it is the right one. */
    public Optional<Full> tryNumber(AuthorityId authority, Source source, String number) {
        var now = transactions.now();
        var network = Bound.TRIED_FROM_NETWORK;
        if (source.network()
                .filter(it -> counts.seen(authority, target(network, it.toString()), network.since(now))
                        >= network.most() * times(authority, source))
                .isPresent()) {
            return Optional.of(full(network, now));
        }
        var target = target(Bound.TRIED_ON_NUMBER, number);
        return transactions.of(_ -> tally.countOne(authority, target, now))
                ? Optional.empty()
                : Optional.of(new Full(
                        target.bound(),
                        now,
                        tally.since(authority, target)
                                .orElse(now)
                                .plus(target.bound().within())));
    }

    /** It was the right one. */
    public void foundNumber(AuthorityId authority, String number) {
        transactions.run(_ -> tally.takeBack(authority, target(Bound.TRIED_ON_NUMBER, number)));
    }

    /** It was not. */
    public void triedInVain(AuthorityId authority, Source source) {
        source.network().ifPresent(it -> add(authority, Bound.TRIED_FROM_NETWORK, it.toString(), transactions.now()));
    }

    private int add(AuthorityId authority, Bound bound, String whom, Instant now) {
        return counts.add(authority, target(bound, whom), bound.since(now));
    }

    private Tally.Target target(Bound bound, String whom) {
        return new Tally.Target(bound, vault.hash("tally|" + bound.name() + "|" + whom));
    }

    private static Full full(Bound bound, Instant now) {
        return new Full(bound, now, bound.since(now).plus(bound.within()));
    }

    private int times(AuthorityId authority, Source source) {
        return most(shared(authority)
                .filter(it -> source.address()
                        .filter(address -> it.networks().stream().anyMatch(network -> network.contains(address)))
                        .isPresent()));
    }

    private int times(AuthorityId authority, Contact contact) {
        return most(shared(authority).filter(it -> it.contacts().contains(contact)));
    }

    private Stream<Catalogue.Shared> shared(AuthorityId authority) {
        return catalogues.of(authority).shared().stream();
    }

    private static int most(Stream<Catalogue.Shared> declared) {
        return declared.mapToInt(Catalogue.Shared::times).max().orElse(1);
    }
}
