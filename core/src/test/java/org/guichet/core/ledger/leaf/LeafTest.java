package org.guichet.core.ledger.leaf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.Chain;
import org.guichet.core.beacon.Round;
import org.guichet.core.draw.Label;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.text.Canonical;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LeafTest {
    private static final PoolCode POOL = new PoolCode("paris-cre-charcot");
    private static final WindowId ID = new WindowId(POOL, 3);
    private static final Hash HASH = Merkle.EMPTY;
    private static final String HEX = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final Instant OPENS = Instant.parse("2021-04-11T22:00:00Z");
    private static final Instant CLOSES = Instant.parse("2021-04-18T22:00:00Z");
    private static final Round ROUND = Round.of(1000, new byte[Round.SIGNATURE_BYTES]);

    private static final Announced ANNOUNCED = new Announced(1000, 29_800);

    static List<Leaf> leaves() {
        var others = Stream.<Leaf>of(
                new Leaf.Catalogue(HASH),
                new Leaf.Window(ID, OPENS, CLOSES, Chain.QUICKNET.hash(), ANNOUNCED, Quorum.NONE),
                new Leaf.Request(ID, new Label(HEX)),
                new Leaf.Seal(ID, 0, HASH),
                new Leaf.Beacon(ID, ROUND),
                new Leaf.Order(ID, Canonical.NUMBER_MAX, HASH),
                new Leaf.Voided(ID, CLOSES, new Announced(2000, 30_800), "Deux demandes manquaient : n° 3 et n° 4."),
                new Leaf.Allotment(POOL, 7, CLOSES, new Leaf.Tally(120, 45, 40), HASH, HASH),
                new Leaf.Regime(POOL, CLOSES, true),
                new Leaf.Regime(POOL, CLOSES, false),
                new Leaf.Outage(OPENS, CLOSES));
        var events = Arrays.stream(EventKind.values()).<Leaf>map(kind -> new Leaf.Event(kind, POOL, HASH));
        return Stream.concat(others, events).toList();
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void a_leaf_survives_its_text(Leaf leaf) throws FormatException {
        assertThat(Leaf.parse(leaf.bytes())).isEqualTo(leaf);
    }

    @Test
    void the_texts_are_those_of_the_specification() {
        assertThat(leaves().stream().limit(12).map(Leaf::text))
                .containsExactly(
                        "guichet.org/catalogue@v1\nfile " + HEX + "\n",
                        """
                        guichet.org/window@v1
                        pool paris-cre-charcot
                        window 3
                        opens 2021-04-11T22:00:00Z
                        closes 2021-04-18T22:00:00Z
                        chain 52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971
                        round 1000
                        fallback 29800
                        quorum 0
                        witnesses e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                        """,
                        "guichet.org/request@v1\npool paris-cre-charcot\nwindow 3\nlabel " + HEX + "\n",
                        "guichet.org/seal@v1\npool paris-cre-charcot\nwindow 3\ncount 0\nroot " + HEX + "\n",
                        "guichet.org/beacon@v1\npool paris-cre-charcot\nwindow 3\nround 1000\nsignature "
                                + "00".repeat(48) + "\n",
                        "guichet.org/order@v1\npool paris-cre-charcot\nwindow 3\ncount 999999999999\nroot " + HEX
                                + "\n",
                        """
                        guichet.org/void@v1
                        pool paris-cre-charcot
                        window 3
                        at 2021-04-18T22:00:00Z
                        round 2000
                        fallback 30800
                        reason Deux demandes manquaient : n° 3 et n° 4.
                        """,
                        "guichet.org/allotment@v1\npool paris-cre-charcot\nrun 7\nat 2021-04-18T22:00:00Z\nline 120\n"
                                + "free 45\nserved 40\ninput " + HEX + "\noutcome " + HEX + "\n",
                        "guichet.org/regime@v1\npool paris-cre-charcot\nat 2021-04-18T22:00:00Z\nregime choice\n",
                        "guichet.org/regime@v1\npool paris-cre-charcot\nat 2021-04-18T22:00:00Z\nregime draw\n",
                        "guichet.org/outage@v1\nfrom 2021-04-11T22:00:00Z\nuntil 2021-04-18T22:00:00Z\n",
                        "guichet.org/offer@v1\npool paris-cre-charcot\ncommitment " + HEX + "\n");
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void a_leaf_cut_anywhere_is_refused(Leaf leaf) {
        var bytes = leaf.bytes();
        for (var length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Leaf.parse(cut)).isInstanceOf(FormatException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void whatever_is_accepted_is_canonical(Leaf leaf) {
        var random = new Random(42);
        for (var i = 0; i < 3000; i++) {
            var bytes = leaf.bytes();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            try {
                assertThat(Leaf.parse(bytes).bytes()).isEqualTo(bytes);
            } catch (FormatException refused) {
                assertThat(refused.why()).isNotBlank();
            }
        }
    }

    @Test
    void other_spellings_of_the_same_leaf_are_refused() {
        var window = leaves().get(1).text();
        for (var wrong : List.of(
                window.replace("\n", "\r\n"),
                window + "\n",
                window + "note more\n",
                " " + window,
                window.replace("window 3", "window  3"),
                window.replace("window 3", "window 3 "),
                window.replace("window 3", "window 03"),
                window.replace("window 3", "window 0"),
                window.replace("window 3", "window 1000000000000"),
                window.replace("window 3\n", ""),
                window.replace("window 3\n", "window 3\nwindow 3\n"),
                window.replace("pool paris-cre-charcot\nwindow 3", "window 3\npool paris-cre-charcot"),
                window.replace("charcot", "Charcot"),
                window.replace("pool paris", "pool -paris"),
                window.replace("charcot", "c".repeat(40)),
                window.replace("52db", "52DB"),
                window.replace("22:00:00Z", "22:00:00.000Z"),
                window.replace("round 1000", "round 0"),
                window.replace("fallback 29800", "fallback 1000"),
                window.replace("quorum 0\n", ""),
                window.replace("quorum 0", "quorum -1"),
                window.replace("window@v1", "window@v2"),
                window.replace("guichet.org", "Guichet.org"))) {
            assertThatThrownBy(() -> Leaf.parse(wrong.getBytes(UTF_8))).isInstanceOf(FormatException.class);
        }
    }

    @Test
    void what_is_no_leaf_at_all_is_refused() {
        for (var wrong : List.of("", "\n", "guichet.org/offer@v1", "<!doctype html>\n<p>404</p>\n")) {
            assertThatThrownBy(() -> Leaf.parse(wrong.getBytes(UTF_8))).isInstanceOf(FormatException.class);
        }
        assertThatThrownBy(() -> Leaf.parse(new byte[Leaf.BYTES_MAX + 1])).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> Leaf.parse(new byte[] {(byte) 0xff, (byte) 0xfe}))
                .isInstanceOf(FormatException.class);
    }

    @Test
    void what_no_leaf_can_say_is_refused_when_it_is_made() {
        assertThatThrownBy(() -> new Leaf.Window(ID, OPENS.plusNanos(1), CLOSES, HASH, ANNOUNCED, Quorum.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Leaf.Window(ID, OPENS, Instant.MAX, HASH, ANNOUNCED, Quorum.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Announced(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Announced(1, 1)).isInstanceOf(IllegalArgumentException.class);
        for (var reason : List.of("", " a", "a ", "a  b", "a\tb", "e\u0301", "a\u200bb", "\ufffd", "a".repeat(201))) {
            assertThatThrownBy(() -> new Leaf.Voided(ID, CLOSES, ANNOUNCED, reason))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Leaf.Seal(ID, -1, HASH)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Leaf.Order(ID, Canonical.NUMBER_MAX + 1, HASH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Leaf.Beacon(ID, Round.of(1, new byte[47])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WindowId(POOL, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PoolCode("Paris")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_longest_leaf_is_within_the_limit() {
        var pool = new PoolCode("p".repeat(40));
        var tally = new Leaf.Tally(Canonical.NUMBER_MAX, Canonical.NUMBER_MAX, Canonical.NUMBER_MAX);
        var longest = new Leaf.Allotment(pool, Canonical.NUMBER_MAX, OPENS, tally, HASH, HASH);
        assertThat(longest.bytes()).hasSizeLessThan(Leaf.BYTES_MAX / 2);
    }

    @Test
    void a_commitment_depends_on_its_type_its_salt_and_its_payload() {
        var salt = new byte[Commitment.SALT_BYTES];
        var otherSalt = new byte[Commitment.SALT_BYTES];
        otherSalt[31] = 1;
        var payload = "A".getBytes(UTF_8);
        var offer = EventKind.OFFER.type();
        assertThat(Commitment.of(offer, salt, payload).hex())
                .isEqualTo("e85f17477147a9d53baf0811e0e50e6e0da4ce5cd9216aff27390970383c9892");
        assertThat(Stream.of(
                        Commitment.of(offer, salt, payload),
                        Commitment.of(EventKind.ANSWER.type(), salt, payload),
                        Commitment.of(offer, otherSalt, payload),
                        Commitment.of(offer, salt, "B".getBytes(UTF_8))))
                .doesNotHaveDuplicates();
        var pieces = Commitment.hasher(offer, salt);
        pieces.add("long ".getBytes(UTF_8));
        // What is hashed meanwhile changes nothing.
        assertThat(Commitment.of(offer, salt, payload).hex()).startsWith("e85f17477147a9d5");
        pieces.add("payload".getBytes(UTF_8));
        assertThat(pieces.hash()).isEqualTo(Commitment.of(offer, salt, "long payload".getBytes(UTF_8)));
        assertThat(Commitment.label(salt, payload).hex())
                .isEqualTo(
                        Commitment.of("guichet.org/request@v1", salt, payload).hex());
    }

    @Test
    void a_commitment_without_a_full_salt_or_with_a_type_of_two_lines_is_refused() {
        assertThatThrownBy(() -> Commitment.of("guichet.org/offer@v1", new byte[31], new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Commitment.of("guichet.org/offer@v1\n", new byte[32], new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
