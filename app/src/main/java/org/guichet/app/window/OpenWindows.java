package org.guichet.app.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.guichet.app.proof.WitnessProofs;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.Chain;
import org.guichet.core.ledger.leaf.Leaf;
import org.springframework.stereotype.Component;

/** Announces windows, always one ahead of the open one, so that at no instant a request finds none. */
@Component
public final class OpenWindows {
    private final Transactions transactions;
    private final Windows windows;
    private final Journal journal;
    private final WitnessProofs proofs;
    private final Chain chain;

    OpenWindows(Transactions transactions, Windows windows, Journal journal, WitnessProofs proofs, Chain chain) {
        this.transactions = transactions;
        this.windows = windows;
        this.journal = journal;
        this.proofs = proofs;
        this.chain = chain;
    }

    public void open(AuthorityId authority, Catalogue catalogue, Catalogue.Procedure procedure) {
        var now = transactions.now();
        var last = windows.last(authority, procedure.code());
        if (last.isEmpty()) {
            last = Optional.of(add(authority, catalogue, procedure, 1, firstDay(catalogue, procedure, now)));
        }
        for (var newest = last.get(); !newest.opensAt().isAfter(now); ) {
            var zone = catalogue.authority().zone();
            newest = add(
                    authority,
                    catalogue,
                    procedure,
                    newest.number() + 1,
                    newest.closesAt().atZone(zone).toLocalDate());
        }
    }

    private Window add(
            AuthorityId authority, Catalogue catalogue, Catalogue.Procedure procedure, int number, LocalDate first) {
        var zone = catalogue.authority().zone();
        var rule = procedure.windows();
        var closesAt = first.plusDays(rule.days()).atStartOfDay(zone).toInstant();
        var drawAt = closesAt.plus(rule.drawAfter());
        var window = new Window(
                procedure.code(),
                number,
                first.atStartOfDay(zone).toInstant(),
                closesAt,
                drawAt,
                chain.hash().hex(),
                Announced.from(chain, drawAt));
        transactions.run(_ -> {
            if (windows.add(authority, window)) {
                journal.append(
                        authority,
                        new Leaf.Window(
                                window.id(),
                                window.opensAt(),
                                closesAt,
                                chain.hash(),
                                window.announced(),
                                proofs.declare(authority, window.id())));
            }
        });
        return window;
    }

    // A rule from long ago still gives today's boundaries, without a row for every window that nobody used.
    private static LocalDate firstDay(Catalogue catalogue, Catalogue.Procedure procedure, Instant now) {
        var rule = procedure.windows();
        var today = now.atZone(catalogue.authority().zone()).toLocalDate();
        var passed = Math.max(0, ChronoUnit.DAYS.between(rule.first(), today) / rule.days());
        return rule.first().plusDays(passed * rule.days());
    }
}
