package org.guichet.app.draw;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.guichet.app.page.View;
import org.guichet.app.proof.WitnessProofs;
import org.guichet.app.window.Window;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.Chain;
import org.guichet.core.draw.Draw;
import org.guichet.core.draw.Label;
import org.guichet.core.ledger.Hash;

/** One draw for whoever doubts: what was fixed before, the randomness, the result, and how to do it again. */
public record DrawPage(
        View view,
        String procedure,
        Window window,
        Drawing drawing,
        Chain chain,
        Optional<WitnessProofs.Seen> seen,
        Optional<Asked> asked) {

    /** A label that was typed, and where it stands; empty where it is not in this draw. */
    public record Asked(String typed, Optional<Integer> position) {
        static Asked of(String typed, Function<Label, Optional<Integer>> positions) {
            var hex = hex(typed);
            return new Asked(hex, hex.matches("[0-9a-f]{64}") ? positions.apply(new Label(hex)) : Optional.empty());
        }

        /** As labels are written. */
        static String hex(String typed) {
            return typed.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        }
    }

    /** The rounds one of which decides. */
    public Announced announced() {
        return drawing.announced(window);
    }

    public boolean isDrawn() {
        return drawing.drawn().isPresent();
    }

    /** SHA-256 of the sealing leaf: the salt of the construction. */
    public String salt() {
        return Hash.sha256(drawing.leaf().getBytes(StandardCharsets.UTF_8)).hex();
    }

    public String signature() {
        return drawing.drawn().map(it -> it.round().signatureHex()).orElse("");
    }

    /** What the beacon's signature hashes to. */
    public String randomness() {
        return drawing.drawn()
                .map(it -> Hash.sha256(it.round().signature()).hex())
                .orElse("");
    }

    /** What witnesses must have seen before the round. */
    public String needed() {
        return drawing.voided().isPresent() ? "draw.witnesses.needed.again" : "draw.witnesses.needed";
    }

    /** The proof that they saw it, as a file. */
    public String proof() {
        var what = drawing.voided().isPresent() ? "voided" : "sealed";
        return "/journal/" + view.authority().value() + "/" + what + "/" + drawing.pool() + "/" + drawing.window();
    }

    /** Where the asked label falls, calculated here and now from what this page shows. */
    public String lot() {
        return label().map(label -> Draw.order(
                                drawing.leaf().getBytes(StandardCharsets.UTF_8),
                                Hash.of(randomness()).bytes(),
                                List.of(label))
                        .getFirst()
                        .position()
                        .hex())
                .orElse("");
    }

    public String address(String end) {
        return view.to("/tirages/" + drawing.pool() + "/" + drawing.window() + end);
    }

    /** The label to show the calculation with: the asked one, or none. */
    public Optional<Label> label() {
        return asked.filter(it -> it.position().isPresent()).map(it -> new Label(it.typed()));
    }
}
