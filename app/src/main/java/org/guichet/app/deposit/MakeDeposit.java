package org.guichet.app.deposit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.app.access.Desk;
import org.guichet.app.appointment.Offer;
import org.guichet.app.ledger.Journal;
import org.guichet.app.registration.Correspondence;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.guichet.core.ledger.leaf.EventKind;
import org.springframework.stereotype.Component;

/**
 * Writes that a dossier was laid on the counter: its row, its commitment and its notice. Part of the caller's
 * transaction.
 */
@Component
public final class MakeDeposit {
    private final Deposits deposits;
    private final Requests requests;
    private final Journal journal;
    private final Correspondence correspondence;

    MakeDeposit(Deposits deposits, Requests requests, Journal journal, Correspondence correspondence) {
        this.deposits = deposits;
        this.requests = requests;
        this.journal = journal;
        this.correspondence = correspondence;
    }

    public void make(Desk desk, Offer offer, Papers papers, Instant now) {
        var authority = desk.authority();
        var request = requests.get(authority, offer.request());
        var commitment = journal.commit(
                authority, EventKind.DEPOSIT, request.pool(), payload(desk, offer, request, papers, now));
        deposits.add(
                authority,
                new Deposit(
                        UUID.randomUUID(),
                        offer.id(),
                        request.id(),
                        now,
                        desk.counter(),
                        desk.agent().signIn(),
                        papers,
                        commitment));
        tell(desk, request, papers, now);
    }

    /** Takes it back, and what was written about it. */
    public void undo(Desk desk, UUID offer, Instant now) {
        var authority = desk.authority();
        deposits.ofOffer(authority, offer).ifPresent(deposit -> {
            deposits.undo(authority, deposit, now);
            correspondence.takeBack(
                    authority,
                    requests.get(authority, deposit.request()),
                    deposit.madeAt(),
                    notice(deposit.papers()),
                    now);
        });
    }

    private void tell(Desk desk, Request request, Papers papers, Instant now) {
        var view = correspondence.view(desk.authority(), request);
        var missing = Stream.concat(papers.missing().stream().map(view::t), Stream.of(papers.remark()))
                .filter(it -> !it.isEmpty())
                .map(it -> "– " + it)
                .collect(Collectors.joining("\n"));
        correspondence.write(
                desk.authority(),
                request,
                now,
                notice(papers),
                "day",
                view.date(now),
                "time",
                view.time(now),
                "address",
                desk.centre().address(),
                "missing",
                missing);
    }

    private static String notice(Papers papers) {
        return papers.areComplete() ? "deposit" : "incomplete";
    }

    // What was missing, and what was written about it, is personal: the journal learns how many documents there were.
    private static String payload(Desk desk, Offer offer, Request request, Papers papers, Instant now) {
        return "request %s\noffer %s\nat %s\ncentre %s\ncounter %d\nthere %d\nmissing %d\ncomplete %s\n"
                .formatted(
                        request.label().hex(),
                        offer.id(),
                        now.truncatedTo(ChronoUnit.SECONDS),
                        desk.centre().code(),
                        desk.counter(),
                        papers.there().size(),
                        papers.missing().size(),
                        papers.areComplete());
    }
}
