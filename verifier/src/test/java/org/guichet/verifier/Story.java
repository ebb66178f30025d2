package org.guichet.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.Chain;
import org.guichet.core.beacon.RehearsalChain;
import org.guichet.core.beacon.Round;
import org.guichet.core.draw.Draw;
import org.guichet.core.draw.Label;
import org.guichet.core.draw.Lot;
import org.guichet.core.draw.SealedList;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.leaf.Commitment;
import org.guichet.core.ledger.leaf.EventKind;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.PoolCode;
import org.guichet.core.ledger.leaf.Quorum;
import org.guichet.core.ledger.leaf.WindowId;

/**
 * The small world of these tests: a window of the centre at 42 rue Charcot, drawn; the next one, open. Leaf 0 is the
 * catalogue, 1 the window, 2 to 6 five requests, 7 the seal, 8 the beacon, 9 the order, 10 a run, 11 an offer, 12 the
 * next window, 13 a request in it.
 */
final class Story {
    static final RehearsalChain CHAIN = RehearsalChain.from(new byte[RehearsalChain.SEED_BYTES]);
    static final PoolCode POOL = new PoolCode("paris-cre-charcot");
    static final WindowId FIRST = new WindowId(POOL, 1);
    static final WindowId SECOND = new WindowId(POOL, 2);
    static final Instant OPENS = Instant.parse("2021-04-04T22:00:00Z");
    static final Instant CLOSES = Instant.parse("2021-04-11T22:00:00Z");
    static final int REQUESTS = 5;
    static final int SEAL = 2 + REQUESTS;
    static final int BEACON = SEAL + 1;
    static final int ORDER = SEAL + 2;
    static final long ROUND = CHAIN.chain().firstRoundFrom(CLOSES.plusSeconds(1800));

    private Story() {}

    /** The leaves of a sound journal, to be altered. */
    static List<Leaf> leaves() {
        var leaves = drawn(REQUESTS);
        leaves.add(new Leaf.Allotment(
                POOL, 1, CLOSES.plusSeconds(7200), new Leaf.Tally(REQUESTS, 3, 3), hash("in"), hash("out")));
        leaves.add(new Leaf.Event(EventKind.OFFER, POOL, hash("offer")));
        leaves.add(window(SECOND, CLOSES, CLOSES.plusSeconds(604_800)));
        leaves.add(new Leaf.Request(SECOND, label(1000)));
        return leaves;
    }

    /** The leaves of a journal with one window of so many requests, drawn. */
    static List<Leaf> drawn(int requests) {
        var leaves = new ArrayList<Leaf>();
        leaves.add(new Leaf.Catalogue(hash("catalogue")));
        leaves.add(window(FIRST, OPENS, CLOSES));
        labels(requests).forEach(label -> leaves.add(new Leaf.Request(FIRST, label)));
        var seal = seal(labels(requests));
        var round = CHAIN.round(ROUND);
        leaves.add(seal);
        leaves.add(new Leaf.Beacon(FIRST, round));
        leaves.add(new Leaf.Order(FIRST, requests, Draw.root(order(seal, round, CHAIN.chain(), labels(requests)))));
        return leaves;
    }

    static Leaf.Window window(WindowId id, Instant opens, Instant closes) {
        var announced = Announced.from(CHAIN.chain(), closes.plusSeconds(1800));
        return new Leaf.Window(id, opens, closes, CHAIN.chain().hash(), announced, Quorum.NONE);
    }

    static Leaf.Seal seal(List<Label> labels) {
        return new Leaf.Seal(FIRST, labels.size(), SealedList.of(labels).root());
    }

    static List<Lot> order(Leaf.Seal seal, Round round, Chain chain, List<Label> labels) {
        return switch (round.check(chain)) {
            case Round.Outcome.Valid(var randomness) -> Draw.order(seal.bytes(), randomness.bytes(), labels);
            case Round.Outcome.Refused(var reason) -> throw new AssertionError(reason);
        };
    }

    /** Puts the beacon of this round, and the order by it, at this leaf and the next. */
    static void decide(List<Leaf> leaves, int beacon, long number) {
        var round = CHAIN.round(number);
        var labels = labels(REQUESTS);
        var order = order((Leaf.Seal) leaves.get(SEAL), round, CHAIN.chain(), labels);
        leaves.set(beacon, new Leaf.Beacon(FIRST, round));
        leaves.set(beacon + 1, new Leaf.Order(FIRST, labels.size(), Draw.root(order)));
    }

    static List<Label> labels(int count) {
        return IntStream.range(0, count).mapToObj(Story::label).toList();
    }

    static Label label(int number) {
        return Commitment.label(hash("salt " + number).bytes(), ("request " + number).getBytes(UTF_8));
    }

    static Hash hash(String text) {
        return Hash.sha256(text.getBytes(UTF_8));
    }
}
