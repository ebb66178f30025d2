package org.guichet.core.ledger.leaf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.Round;
import org.guichet.core.draw.Label;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.Canonical;
import org.guichet.core.text.Fields;
import org.guichet.core.text.FormatException;

/** Reads canonical leaves. Each field is read in its one spelling and place, so that no two entries mean the same. */
final class LeafReader {
    private static final Map<String, EventKind> EVENTS =
            Stream.of(EventKind.values()).collect(Collectors.toUnmodifiableMap(EventKind::type, Function.identity()));

    private final Fields fields;

    private LeafReader(Fields fields) {
        this.fields = fields;
    }

    static Leaf read(byte[] entry) throws FormatException {
        if (entry.length > Leaf.BYTES_MAX) {
            throw new FormatException("the leaf is longer than " + Leaf.BYTES_MAX + " bytes");
        }
        // Malformed UTF-8 becomes a character that no field allows.
        var fields = new Fields(new String(entry, UTF_8));
        var leaf = new LeafReader(fields).leaf(fields.line());
        fields.end();
        return leaf;
    }

    private Leaf leaf(String type) throws FormatException {
        return switch (type) {
            case Leaf.Catalogue.TYPE -> new Leaf.Catalogue(hash("file"));
            case Leaf.Window.TYPE ->
                new Leaf.Window(
                        window(),
                        fields.instant("opens"),
                        fields.instant("closes"),
                        hash("chain"),
                        announced(),
                        new Quorum(fields.number("quorum"), hash("witnesses")));
            case Leaf.Request.TYPE -> new Leaf.Request(window(), label());
            case Leaf.Seal.TYPE -> new Leaf.Seal(window(), fields.number("count"), hash("root"));
            case Leaf.Beacon.TYPE -> new Leaf.Beacon(window(), round());
            case Leaf.Order.TYPE -> new Leaf.Order(window(), fields.number("count"), hash("root"));
            case Leaf.Voided.TYPE -> new Leaf.Voided(window(), fields.instant("at"), announced(), reason());
            case Leaf.Allotment.TYPE ->
                new Leaf.Allotment(
                        pool(), fromOne("run"), fields.instant("at"), tally(), hash("input"), hash("outcome"));
            case Leaf.Regime.TYPE -> new Leaf.Regime(pool(), fields.instant("at"), choice());
            case Leaf.Outage.TYPE -> new Leaf.Outage(fields.instant("from"), fields.instant("until"));
            default -> event(type);
        };
    }

    private Leaf event(String type) throws FormatException {
        var kind = EVENTS.get(type);
        if (kind == null) {
            throw new FormatException("the type of the leaf is unknown");
        }
        return new Leaf.Event(kind, pool(), hash("commitment"));
    }

    private PoolCode pool() throws FormatException {
        var code = fields.value("pool");
        try {
            return new PoolCode(code);
        } catch (IllegalArgumentException malformed) {
            throw new FormatException("the pool code is not 1 to 40 small letters, digits and hyphens");
        }
    }

    private Label label() throws FormatException {
        var hex = fields.value("label");
        try {
            return new Label(hex);
        } catch (IllegalArgumentException malformed) {
            throw new FormatException("the label is not 64 lower-case hexadecimal digits");
        }
    }

    private WindowId window() throws FormatException {
        return new WindowId(pool(), fromOne("window"));
    }

    private Round round() throws FormatException {
        return Round.parse(fromOne("round"), fields.hex("signature", 2 * Round.SIGNATURE_BYTES));
    }

    private Announced announced() throws FormatException {
        var round = fromOne("round");
        var fallback = fields.number("fallback");
        if (fallback <= round) {
            throw new FormatException("the fallback is not a later round");
        }
        return new Announced(round, fallback);
    }

    private String reason() throws FormatException {
        var reason = fields.value("reason");
        if (!Canonical.isSentence(reason, Leaf.Voided.REASON_MAX)) {
            throw new FormatException("the reason is not one line of 1 to " + Leaf.Voided.REASON_MAX + " signs");
        }
        return reason;
    }

    private boolean choice() throws FormatException {
        return switch (fields.value("regime")) {
            case Leaf.Regime.CHOICE -> true;
            case Leaf.Regime.DRAW -> false;
            default -> throw new FormatException("the regime is neither choice nor draw");
        };
    }

    private Leaf.Tally tally() throws FormatException {
        return new Leaf.Tally(fields.number("line"), fields.number("free"), fields.number("served"));
    }

    private Hash hash(String key) throws FormatException {
        return Hash.of(fields.hex(key, Hash.HEX_DIGITS));
    }

    private long fromOne(String key) throws FormatException {
        var number = fields.number(key);
        if (number == 0) {
            throw new FormatException("the field " + key + " counts from 1");
        }
        return number;
    }
}
