package org.guichet.verifier;

import java.util.List;
import java.util.Optional;
import org.guichet.core.beacon.Round;
import org.guichet.core.draw.Draw;
import org.guichet.core.draw.Label;
import org.guichet.core.draw.Lot;
import org.guichet.core.draw.SealedList;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.WindowId;

/** Runs the draw of a window again, from the requests of the journal and the beacon alone (docs/spec/draw.md). */
final class DrawCheck {
    private final Requests requests;
    private final boolean hasTwins;
    private final Chains chains;
    private final Report report;
    private long seals;
    private long beacons;
    private long orders;

    /** {@code hasTwins} tells that some label stands in the journal twice; such a list cannot be drawn. */
    DrawCheck(Requests requests, boolean hasTwins, Chains chains, Report report) {
        this.requests = requests;
        this.hasTwins = hasTwins;
        this.chains = chains;
        this.report = report;
    }

    /**
     * Checks the seal, the beacon and the order of a window as far as they are published.
     *
     * @return the order, if the window is decided
     */
    Optional<List<Lot>> check(Cohort cohort) {
        cohort.voided()
                .ifPresent(it -> report.unchecked("The first draw of " + cohort.id() + ": it was voided at "
                        + it.leaf().at() + " for this reason: " + it.leaf().reason()));
        var labels = requests.labels(cohort.places());
        var sealed = cohort.seal().filter(seal -> isOf(seal, labels));
        var randomness = cohort.beacon().flatMap(beacon -> randomness(cohort, beacon));
        var lots = sealed.flatMap(
                seal -> randomness.map(random -> Draw.order(seal.leaf().bytes(), random.bytes(), labels)));
        cohort.order()
                .ifPresent(order -> lots.ifPresentOrElse(
                        drawn -> compare(order, drawn),
                        () -> report.unchecked("The order of " + cohort.id() + " was not run again, since "
                                + (sealed.isEmpty() ? "no seal fits its list." : "no valid beacon decides it."))));
        return lots;
    }

    long seals() {
        return seals;
    }

    long beacons() {
        return beacons;
    }

    long orders() {
        return orders;
    }

    private boolean isOf(Cohort.Placed<Leaf.Seal> seal, List<Label> labels) {
        var id = seal.leaf().id();
        if (seal.leaf().count() != labels.size()) {
            return wrong(
                    seal.index(),
                    id,
                    "the seal counts " + seal.leaf().count() + " requests, but the journal has " + labels.size()
                            + " before it");
        }
        if (hasTwins && SealedList.twin(labels).isPresent()) {
            return wrong(seal.index(), id, "the sealed list has a label twice");
        }
        if (!SealedList.of(labels).root().equals(seal.leaf().root())) {
            return wrong(seal.index(), id, "the root of the seal is not that of the requests in the journal");
        }
        seals++;
        return true;
    }

    private Optional<Hash> randomness(Cohort cohort, Cohort.Placed<Leaf.Beacon> beacon) {
        var round = beacon.leaf().round();
        var announced = cohort.announced();
        if (!announced.mayDecide(round.number())) {
            wrong(
                    beacon.index(),
                    cohort.id(),
                    "the beacon is of round " + round.number() + ", but round " + announced.round()
                            + " was announced, and " + announced.fallback() + " in its place");
            return Optional.empty();
        }
        // Where witnesses were declared, it may have been for them.
        if (round.number() == announced.fallback() && cohort.window().quorum().count() == 0) {
            report.unchecked("That round " + announced.round() + " could not be had for a day, so that "
                    + announced.fallback() + " decided " + cohort.id() + " in its place: ask the relays for it.");
        }
        return chains.find(cohort.window().chain()).flatMap(chain -> switch (round.check(chain)) {
            case Round.Outcome.Valid(var randomness) -> {
                beacons++;
                yield Optional.of(randomness);
            }
            case Round.Outcome.Refused(var reason) -> {
                wrong(beacon.index(), cohort.id(), "the beacon is refused, since " + reason.sentence());
                yield Optional.empty();
            }
        });
    }

    private void compare(Cohort.Placed<Leaf.Order> order, List<Lot> lots) {
        var id = order.leaf().id();
        if (order.leaf().count() != lots.size()) {
            wrong(
                    order.index(),
                    id,
                    "the order counts " + order.leaf().count() + " requests, but " + lots.size() + " were drawn");
        } else if (!Draw.root(lots).equals(order.leaf().root())) {
            wrong(order.index(), id, "the published order is not the one that was drawn");
        } else {
            orders++;
        }
    }

    private boolean wrong(long leaf, WindowId id, String what) {
        report.wrong(Finding.at(leaf, id, what));
        return false;
    }
}
