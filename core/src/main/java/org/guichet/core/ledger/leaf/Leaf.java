package org.guichet.core.ledger.leaf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.Round;
import org.guichet.core.draw.Label;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.Canonical;
import org.guichet.core.text.FormatException;

/** An entry of the journal (docs/spec/journal.md): canonical text, one spelling for each meaning. */
public sealed interface Leaf {
    /** No leaf is longer. */
    int BYTES_MAX = 1024;

    /** The canonical text. */
    String text();

    /** The canonical text in UTF-8: the entry of the log. */
    default byte[] bytes() {
        return text().getBytes(UTF_8);
    }

    /** The leaf written in this entry. Whatever is not canonical is refused. */
    static Leaf parse(byte[] entry) throws FormatException {
        return LeafReader.read(entry);
    }

    /** The catalogue of authorities, centres and procedures that holds from here on, by the hash of its file. */
    record Catalogue(Hash file) implements Leaf {
        static final String TYPE = "guichet.org/catalogue@v1";

        @Override
        public String text() {
            return """
                    %s
                    file %s
                    """.formatted(TYPE, file);
        }
    }

    /**
     * A window in which requests are collected, the rounds of the beacon one of which will decide its draw, and the
     * witnesses without whom none does.
     */
    record Window(WindowId id, Instant opens, Instant closes, Hash chain, Announced announced, Quorum quorum)
            implements Leaf {
        static final String TYPE = "guichet.org/window@v1";

        public Window {
            requireWhole(opens);
            requireWhole(closes);
        }

        @Override
        public String text() {
            return """
                    %s
                    pool %s
                    window %s
                    opens %s
                    closes %s
                    chain %s
                    round %s
                    fallback %s
                    quorum %s
                    witnesses %s
                    """.formatted(
                            TYPE,
                            id.pool(),
                            id.number(),
                            opens,
                            closes,
                            chain,
                            announced.round(),
                            announced.fallback(),
                            quorum.count(),
                            quorum.witnesses());
        }
    }

    /** A request, by its label. */
    record Request(WindowId id, Label label) implements Leaf {
        static final String TYPE = "guichet.org/request@v1";

        @Override
        public String text() {
            return """
                    %s
                    pool %s
                    window %s
                    label %s
                    """.formatted(TYPE, id.pool(), id.number(), label.hex());
        }
    }

    /** The list of a window, closed: what was asked, before anybody can know the order. */
    record Seal(WindowId id, long count, Hash root) implements Leaf {
        static final String TYPE = "guichet.org/seal@v1";

        public Seal {
            requireNumber(count);
        }

        @Override
        public String text() {
            return """
                    %s
                    pool %s
                    window %s
                    count %s
                    root %s
                    """.formatted(TYPE, id.pool(), id.number(), count, root);
        }
    }

    /** The round that decides a window. */
    record Beacon(WindowId id, Round round) implements Leaf {
        static final String TYPE = "guichet.org/beacon@v1";

        public Beacon {
            if (round.signature().length != Round.SIGNATURE_BYTES) {
                throw new IllegalArgumentException("A signature in the journal is 48 bytes");
            }
        }

        @Override
        public String text() {
            return """
                    %s
                    pool %s
                    window %s
                    round %s
                    signature %s
                    """.formatted(TYPE, id.pool(), id.number(), round.number(), round.signatureHex());
        }
    }

    /** The order of a window, as drawn. */
    record Order(WindowId id, long count, Hash root) implements Leaf {
        static final String TYPE = "guichet.org/order@v1";

        public Order {
            requireNumber(count);
        }

        @Override
        public String text() {
            return """
                    %s
                    pool %s
                    window %s
                    count %s
                    root %s
                    """.formatted(TYPE, id.pool(), id.number(), count, root);
        }
    }

    /** The draw of a window is void, why, and the rounds one of which will decide the next. */
    record Voided(WindowId id, Instant at, Announced announced, String reason) implements Leaf {
        static final String TYPE = "guichet.org/void@v1";

        /** Signs of the reason. */
        public static final int REASON_MAX = 200;

        public Voided {
            requireWhole(at);
            if (!Canonical.isSentence(reason, REASON_MAX)) {
                throw new IllegalArgumentException("A reason is one line of 1 to " + REASON_MAX + " signs");
            }
        }

        @Override
        public String text() {
            return """
                    %s
                    pool %s
                    window %s
                    at %s
                    round %s
                    fallback %s
                    reason %s
                    """.formatted(TYPE, id.pool(), id.number(), at, announced.round(), announced.fallback(), reason);
        }
    }

    /** A run of the allotment: how many waited, were free and were served, and hashes of what went in and came out. */
    record Allotment(PoolCode pool, long run, Instant at, Tally tally, Hash input, Hash outcome) implements Leaf {
        static final String TYPE = "guichet.org/allotment@v1";

        public Allotment {
            requireFromOne(run);
            requireWhole(at);
        }

        @Override
        public String text() {
            return """
                    %s
                    pool %s
                    run %s
                    at %s
                    line %s
                    free %s
                    served %s
                    input %s
                    outcome %s
                    """.formatted(TYPE, pool, run, at, tally.line, tally.free, tally.served, input, outcome);
        }
    }

    /** The figures of a run: requests in the line, places free before it, requests served by it. */
    record Tally(long line, long free, long served) {
        public Tally {
            requireNumber(line);
            requireNumber(free);
            requireNumber(served);
        }
    }

    /** From here on the places of a pool are chosen by whoever comes, or given by the draw. */
    record Regime(PoolCode pool, Instant at, boolean choice) implements Leaf {
        static final String TYPE = "guichet.org/regime@v1";
        static final String CHOICE = "choice";
        static final String DRAW = "draw";

        public Regime {
            requireWhole(at);
        }

        @Override
        public String text() {
            return """
                    %s
                    pool %s
                    at %s
                    regime %s
                    """.formatted(TYPE, pool, at, choice ? CHOICE : DRAW);
        }
    }

    /** The service was down; every deadline that was running then moves by as long. */
    record Outage(Instant from, Instant until) implements Leaf {
        static final String TYPE = "guichet.org/outage@v1";

        public Outage {
            requireWhole(from);
            requireWhole(until);
        }

        @Override
        public String text() {
            return """
                    %s
                    from %s
                    until %s
                    """.formatted(TYPE, from, until);
        }
    }

    /** Something that happened to a request, as a commitment that names nobody. */
    record Event(EventKind kind, PoolCode pool, Hash commitment) implements Leaf {
        @Override
        public String text() {
            return """
                    %s
                    pool %s
                    commitment %s
                    """.formatted(kind.type(), pool, commitment);
        }
    }

    private static void requireWhole(Instant instant) {
        if (!Canonical.isWhole(instant)) {
            throw new IllegalArgumentException("The journal knows whole seconds of the years 0 to 9999");
        }
    }

    private static void requireFromOne(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("The journal numbers from 1");
        }
        requireNumber(number);
    }

    private static void requireNumber(long number) {
        if (number < 0 || number > Canonical.NUMBER_MAX) {
            throw new IllegalArgumentException("The journal counts from 0 to " + Canonical.NUMBER_MAX);
        }
    }
}
