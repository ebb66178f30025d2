package org.guichet.core.ledger.leaf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import org.guichet.core.draw.Label;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.Canonical;
import org.guichet.core.text.Fields;
import org.guichet.core.text.FormatException;

/**
 * A leaf with what opens its commitment: the extra data of a receipt (docs/spec/log.md).
 *
 * @param salt in hexadecimal digits
 */
public record Opening(Leaf leaf, String salt, String payload) {
    private static final String TYPE = "guichet.org/opening@v1";
    private static final int SALT_DIGITS = 2 * Commitment.SALT_BYTES;

    public Opening {
        if (!Canonical.isHex(salt, SALT_DIGITS)) {
            throw new IllegalArgumentException("A salt is " + SALT_DIGITS + " lower-case hexadecimal digits");
        }
    }

    public static Opening parse(byte[] bytes) throws FormatException {
        var fields = new Fields(Canonical.utf8(bytes));
        if (!fields.line().equals(TYPE)) {
            throw new FormatException("the first line is not " + TYPE);
        }
        var salt = fields.hex("salt", SALT_DIGITS);
        var entry = new StringBuilder();
        for (var line = fields.line(); !line.isEmpty(); line = fields.line()) {
            entry.append(line).append('\n');
        }
        return new Opening(Leaf.parse(entry.toString().getBytes(UTF_8)), salt, fields.rest());
    }

    public byte[] bytes() {
        return (TYPE + "\nsalt " + salt + "\n" + leaf.text() + "\n" + payload).getBytes(UTF_8);
    }

    /** Whether salt and payload are what the leaf commits to; never so for a leaf that commits to nothing. */
    public boolean holds() {
        return switch (leaf) {
            case Leaf.Request(var _, var label) ->
                new Label(commitment(Leaf.Request.TYPE).hex()).equals(label);
            case Leaf.Event(var kind, var _, var commitment) ->
                commitment(kind.type()).equals(commitment);
            case Leaf.Catalogue _,
                    Leaf.Window _,
                    Leaf.Seal _,
                    Leaf.Beacon _,
                    Leaf.Order _,
                    Leaf.Voided _,
                    Leaf.Allotment _,
                    Leaf.Regime _,
                    Leaf.Outage _ -> false;
        };
    }

    private Hash commitment(String type) {
        return Commitment.of(type, HexFormat.of().parseHex(salt), payload.getBytes(UTF_8));
    }
}
