package org.guichet.verifier;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.Chain;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.PoolCode;
import org.guichet.core.ledger.leaf.WindowId;

/**
 * Takes the leaves in their order and checks that the steps of each window follow one another (docs/spec/journal.md).
 */
final class WindowCheck {
    private final Requests requests;
    private final Chains chains;
    private final Report report;
    private final Map<WindowId, Cohort> cohorts = new LinkedHashMap<>();
    private final Map<PoolCode, Cohort> latest = new HashMap<>();
    private Optional<Cohort> recent = Optional.empty();
    private final RegimeCheck regimes;
    final OutageCheck outages;
    final RunSeries runs;
    private long events;

    WindowCheck(Requests requests, Chains chains, Report report) {
        this.requests = requests;
        this.chains = chains;
        this.report = report;
        this.regimes = new RegimeCheck(report);
        this.outages = new OutageCheck(report);
        this.runs = new RunSeries(report);
    }

    void accept(long index, Leaf leaf) {
        switch (leaf) {
            case Leaf.Catalogue _ -> {}
            case Leaf.Window window -> announce(index, window);
            case Leaf.Request request -> request(index, request);
            case Leaf.Seal seal -> in(index, seal.id(), cohort -> seal(index, seal, cohort));
            case Leaf.Beacon beacon -> in(index, beacon.id(), cohort -> beacon(index, beacon, cohort));
            case Leaf.Order order -> {
                regimes.drawn(order.id().pool());
                in(index, order.id(), cohort -> order(index, order, cohort));
            }
            case Leaf.Voided voided -> in(index, voided.id(), cohort -> voided(index, voided, cohort));
            case Leaf.Allotment run -> runs.accept(index, run);
            case Leaf.Regime regime -> regimes.accept(index, regime);
            case Leaf.Outage outage -> outages.accept(index, outage);
            case Leaf.Event _ -> events++;
        }
    }

    Collection<Cohort> cohorts() {
        return cohorts.values();
    }

    Chains chains() {
        return chains;
    }

    /** Windows whose draw is still to come, in sentences. */
    List<String> pending() {
        return cohorts.values().stream()
                .filter(cohort -> cohort.order().isEmpty())
                .map(cohort -> (cohort.voided().isEmpty() ? "Not drawn yet: " : "Not drawn again yet: ")
                        + cohort.id() + ", which has " + cohort.count()
                        + (cohort.seal().isEmpty() ? " requests so far." : " requests and is sealed."))
                .toList();
    }

    /** How often a pool changed between choosing and drawing. */
    long regimes() {
        return regimes.changes();
    }

    long events() {
        return events;
    }

    private void announce(long index, Leaf.Window window) {
        var id = window.id();
        var earlier = Optional.ofNullable(cohorts.get(id));
        if (earlier.isPresent()) {
            report.wrong(Finding.at(
                    index,
                    id,
                    "the window was announced before, at leaf " + earlier.get().announcedAt()));
            return;
        }
        if (!window.opens().isBefore(window.closes())) {
            report.wrong(Finding.at(index, id, "the window does not open before it closes"));
        }
        Optional.ofNullable(latest.get(id.pool())).ifPresent(before -> follows(index, before.window(), window));
        chains.find(window.chain())
                .ifPresentOrElse(
                        chain -> decides(index, window, chain),
                        () -> report.wrong(
                                Finding.at(index, id, "the chain is neither quicknet nor the rehearsal of this site")));
        var cohort = new Cohort(index, window);
        cohorts.put(id, cohort);
        latest.put(id.pool(), cohort);
    }

    private void follows(long index, Leaf.Window before, Leaf.Window window) {
        if (window.id().number() != before.id().number() + 1) {
            report.wrong(Finding.at(
                    index,
                    window.id(),
                    "the window of this pool before it has the number "
                            + before.id().number()));
        }
        if (!window.opens().equals(before.closes())) {
            report.wrong(Finding.at(
                    index,
                    window.id(),
                    "the window opens at " + window.opens() + ", but the one before it closes at " + before.closes()));
        }
    }

    private void decides(long index, Leaf.Window window, Chain chain) {
        if (!chain.equals(Chain.QUICKNET)) {
            report.rehearsal();
        }
        var round = window.announced().round();
        var known = chain.timeOf(round);
        if (known.isBefore(window.closes())) {
            report.wrong(Finding.at(
                    index,
                    window.id(),
                    "the announced round " + round + " is known at " + known + ", before the window closes at "
                            + window.closes()));
        }
        byTheRule(index, window.id(), window.announced(), chain);
    }

    private void byTheRule(long index, WindowId id, Announced announced, Chain chain) {
        if (!announced.isByTheRule(chain)) {
            report.wrong(Finding.at(
                    index,
                    id,
                    "the fallback " + announced.fallback() + " is not the first round a day after round "
                            + announced.round()));
        }
    }

    private void voided(long index, Leaf.Voided voided, Cohort cohort) {
        var id = voided.id();
        if (cohort.seal().isEmpty()) {
            report.wrong(Finding.at(index, id, "the draw is voided before the list is sealed"));
        }
        cohort.order()
                .flatMap(order ->
                        runs.latest(id.pool()).map(Cohort.Placed::index).filter(run -> run > order.index()))
                .ifPresent(run -> report.wrong(
                        Finding.at(index, id, "the draw is voided after a run gave places by it, leaf " + run)));
        chains.find(cohort.window().chain()).ifPresent(chain -> {
            var known = chain.timeOf(voided.announced().round());
            if (known.isBefore(voided.at().plus(Announced.PATIENCE))) {
                report.wrong(Finding.at(
                        index,
                        id,
                        "the round " + voided.announced().round() + " of the next draw is known at " + known
                                + ", less than a day after it was announced at " + voided.at()));
            }
            byTheRule(index, id, voided.announced(), chain);
        });
        once(index, id, "void", cohort.voided(), () -> cohort.voided(index, voided));
    }

    private void request(long index, Leaf.Request request) {
        var place = requests.add(index, request.label());
        in(index, request.id(), cohort -> {
            if (cohort.seal().isPresent()) {
                report.wrong(Finding.at(
                        index,
                        cohort.id(),
                        "the request stands after the seal of its window, leaf "
                                + cohort.seal().get().index()));
            } else {
                cohort.add(place);
            }
        });
    }

    private void seal(long index, Leaf.Seal seal, Cohort cohort) {
        once(index, seal.id(), "seal", cohort.seal(), () -> cohort.seal(index, seal));
    }

    private void beacon(long index, Leaf.Beacon beacon, Cohort cohort) {
        if (cohort.seal().isEmpty()) {
            report.wrong(Finding.at(
                    index, beacon.id(), "the beacon stands before any seal: the list could be made to measure"));
        }
        once(index, beacon.id(), "beacon", cohort.beacon(), () -> cohort.beacon(index, beacon));
    }

    private void order(long index, Leaf.Order order, Cohort cohort) {
        if (cohort.beacon().isEmpty()) {
            report.wrong(Finding.at(index, order.id(), "the order stands before the beacon"));
        }
        once(index, order.id(), "order", cohort.order(), () -> cohort.order(index, order));
    }

    private <L extends Leaf> void once(
            long index, WindowId id, String what, Optional<Cohort.Placed<L>> earlier, Runnable keep) {
        earlier.ifPresentOrElse(
                first -> report.wrong(Finding.at(
                        index, id, "the window has a second " + what + "; the first is leaf " + first.index())),
                keep);
    }

    private void in(long index, WindowId id, Consumer<Cohort> step) {
        // Requests come in long runs of one window, and comparing is cheaper than looking up.
        if (recent.isEmpty() || !recent.get().id().equals(id)) {
            recent = Optional.ofNullable(cohorts.get(id));
        }
        recent.ifPresentOrElse(
                step, () -> report.wrong(Finding.at(index, id, "no leaf before it announces this window")));
    }
}
