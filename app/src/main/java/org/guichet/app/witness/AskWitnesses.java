package org.guichet.app.witness;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.guichet.app.ledger.Tree;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.core.ledger.Consistency;
import org.guichet.core.ledger.note.AddCheckpoint;
import org.guichet.core.ledger.note.SignedNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the newest checkpoint to every witness that has not cosigned it. Each is asked in a thread of its own that
 * nobody waits for: neither the sequencer nor another witness.
 */
final class AskWitnesses implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AskWitnesses.class);
    private static final int DOUBLINGS_MAX = 10;

    private record Errand(AuthorityId authority, Witness witness) {}

    /** An errand that failed: how often, when it is tried again, and what was said about it. */
    private record Trouble(int times, Instant again, String said) {}

    private final List<Witness> witnesses;
    private final Tree tree;
    private final Cosignatures cosignatures;
    private final WitnessClient client;
    private final InstantSource clock;
    private final Set<Errand> underway = ConcurrentHashMap.newKeySet();
    private final Map<Errand, Trouble> troubles = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    AskWitnesses(
            List<Witness> witnesses, Tree tree, Cosignatures cosignatures, WitnessClient client, InstantSource clock) {
        this.witnesses = witnesses;
        this.tree = tree;
        this.cosignatures = cosignatures;
        this.client = client;
        this.clock = clock;
    }

    /** Sets out for every witness that nobody is at; what is answered here ends when the errands end. */
    List<CompletableFuture<Void>> ask() {
        var errands = new ArrayList<CompletableFuture<Void>>();
        for (var authority : witnesses.isEmpty() ? List.<AuthorityId>of() : tree.authorities()) {
            for (var witness : witnesses) {
                var errand = new Errand(authority, witness);
                if (underway.add(errand)) {
                    errands.add(CompletableFuture.runAsync(() -> run(errand), threads)
                            .whenComplete((_, broken) -> {
                                underway.remove(errand);
                                if (broken != null) {
                                    LOG.error("The witness {} could not be asked", witness.name(), broken);
                                }
                            }));
                }
            }
        }
        return errands;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.close();
    }

    private void run(Errand errand) {
        var trouble = Optional.ofNullable(troubles.get(errand));
        if (trouble.filter(it -> clock.instant().isBefore(it.again())).isEmpty()) {
            tree.checkpoint(errand.authority()).map(Cosignatures::parse).ifPresent(note -> run(errand, note, trouble));
        }
    }

    private void run(Errand errand, SignedNote note, Optional<Trouble> trouble) {
        var name = errand.witness().name();
        var known = cosignatures.largest(errand.authority(), name);
        if (known >= Cosignatures.checkpoint(note).size()) {
            return;
        }
        switch (answer(errand, note, known)) {
            case WitnessClient.Answer.Cosigned(var line, var at) -> {
                cosignatures.keep(errand.authority(), note, line, at);
                if (troubles.remove(errand) != null) {
                    LOG.info("The witness {} cosigns again", name);
                }
            }
            case WitnessClient.Answer.StandsElsewhere(var size) ->
                failed(
                        errand,
                        trouble,
                        "has cosigned " + size + " leaves of this journal, and cannot go on from there");
            case WitnessClient.Answer.Failed(var why) -> failed(errand, trouble, why);
        }
    }

    // A witness may stand elsewhere than we know, if a stop came between its answer and our writing it down.
    private WitnessClient.Answer answer(Errand errand, SignedNote note, long known) {
        var first = client.ask(errand.witness(), request(errand.authority(), note, known));
        return first instanceof WitnessClient.Answer.StandsElsewhere(var size)
                        && size <= Cosignatures.checkpoint(note).size()
                ? client.ask(errand.witness(), request(errand.authority(), note, size))
                : first;
    }

    private AddCheckpoint request(AuthorityId authority, SignedNote note, long old) {
        var size = Cosignatures.checkpoint(note).size();
        return new AddCheckpoint(
                old, Consistency.prove(old, size, tree.nodes(authority, size)).path(), note);
    }

    /** Said once, and again only when it is something else. */
    private void failed(Errand errand, Optional<Trouble> before, String why) {
        var times = before.map(Trouble::times).orElse(0);
        var pause = Limits.WITNESS_PAUSE.multipliedBy(1L << Math.min(times, DOUBLINGS_MAX));
        var bounded = pause.compareTo(Limits.WITNESS_PAUSE_MAX) < 0 ? pause : Limits.WITNESS_PAUSE_MAX;
        if (before.filter(it -> it.said().equals(why)).isEmpty()) {
            LOG.warn(
                    "The witness {} gives no cosignature: it {}",
                    errand.witness().name(),
                    why);
        }
        troubles.put(errand, new Trouble(times + 1, clock.instant().plus(bounded), why));
    }
}
