package org.guichet.core.ledger.leaf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;

final class OpeningTest {
    private static final byte[] SALT = Hash.sha256("salt".getBytes(UTF_8)).bytes();
    private static final String HEX = HexFormat.of().formatHex(SALT);
    private static final WindowId WINDOW = new WindowId(new PoolCode("famille"), 1);
    // An empty line within it is part of it, and so is its missing last line feed.
    private static final String PAYLOAD = "pool famille\n\nperson é";
    private static final Leaf REQUEST = new Leaf.Request(WINDOW, Commitment.label(SALT, PAYLOAD.getBytes(UTF_8)));
    private static final Leaf EVENT = new Leaf.Event(
            EventKind.DEPOSIT, WINDOW.pool(), Commitment.of(EventKind.DEPOSIT.type(), SALT, PAYLOAD.getBytes(UTF_8)));

    @Test
    void an_opening_survives_its_bytes_and_opens_its_leaf() throws FormatException {
        for (var leaf : List.of(REQUEST, EVENT)) {
            var opening = new Opening(leaf, HEX, PAYLOAD);
            assertThat(opening.holds()).isTrue();
            assertThat(Opening.parse(opening.bytes())).isEqualTo(opening);
        }
    }

    @Test
    void another_salt_payload_or_leaf_is_not_opened() {
        assertThat(new Opening(REQUEST, "0".repeat(64), PAYLOAD).holds()).isFalse();
        assertThat(new Opening(REQUEST, HEX, PAYLOAD + "\n").holds()).isFalse();
        assertThat(new Opening(new Leaf.Catalogue(Hash.sha256(SALT)), HEX, PAYLOAD).holds())
                .isFalse();
        // What was committed to as a request is no deposit.
        var label = ((Leaf.Request) REQUEST).label();
        var deposit = new Leaf.Event(EventKind.DEPOSIT, WINDOW.pool(), Hash.of(label.hex()));
        assertThat(new Opening(deposit, HEX, PAYLOAD).holds()).isFalse();
    }

    @Test
    void a_malformed_opening_is_refused() {
        var good = new String(new Opening(REQUEST, HEX, PAYLOAD).bytes(), UTF_8);
        for (var wrong : List.of(
                "",
                "\n",
                good.replace("opening@v1", "opening@v2"),
                good.replace("salt ", "salt 0"),
                good.replace("salt " + HEX + "\n", ""),
                good.replace("window 1\n", ""),
                good.replace("\n\npool", "\npool"),
                good.substring(0, good.indexOf("\n\n")))) {
            assertThatThrownBy(() -> Opening.parse(wrong.getBytes(UTF_8)))
                    .as(wrong)
                    .isInstanceOf(FormatException.class);
        }
        assertThatThrownBy(() -> new Opening(REQUEST, "00", PAYLOAD)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Opening.parse(new byte[] {(byte) 0xff})).isInstanceOf(FormatException.class);
    }
}
