package org.guichet.verifier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.guichet.core.draw.Label;
import org.guichet.core.draw.Lot;
import org.guichet.core.ledger.leaf.WindowId;

/** What the journal says of one request, recomputed: where it stands, and its place in its draw. */
record LabelAnswer(Label label, long leaf, WindowId window, Optional<Drawn> drawn) {
    /** A place counted from 1, among how many, and the position that gave it. */
    record Drawn(int place, int count, String position) {}

    static LabelAnswer of(Label label, long leaf, WindowId window, Optional<List<Lot>> lots) {
        return new LabelAnswer(label, leaf, window, lots.flatMap(order -> drawn(label, order)));
    }

    String sentence() {
        var start = "Leaf " + leaf + ", " + window + ": the request with the label " + label.hex() + " ";
        return drawn.map(lot ->
                        start + "has place " + lot.place + " of " + lot.count + " (position " + lot.position + ").")
                .orElse(start + "is recorded; its draw is not decided, or does not hold.");
    }

    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("label", label.hex());
        facts.put("leaf", leaf);
        facts.put("pool", window.pool().code());
        facts.put("window", window.number());
        drawn.ifPresent(lot -> {
            facts.put("place", lot.place);
            facts.put("count", lot.count);
            facts.put("position", lot.position);
        });
        return facts;
    }

    private static Optional<Drawn> drawn(Label label, List<Lot> order) {
        return IntStream.range(0, order.size())
                .filter(i -> order.get(i).label().equals(label))
                .mapToObj(i ->
                        new Drawn(i + 1, order.size(), order.get(i).position().hex()))
                .findFirst();
    }
}
