package org.guichet.core.ledger.note;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.guichet.core.ledger.Consistency;
import org.guichet.core.ledger.Edge;
import org.guichet.core.ledger.EntryBundle;
import org.guichet.core.ledger.Frontier;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.Nodes;
import org.guichet.core.ledger.Tile;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The test log of transparency-dev/tessera, written by somebody else's program, comes out of ours byte for byte. */
final class ReferenceLogTest {
    private static final String ORIGIN = "example.com/log/testdata";
    private static final String SECRET =
            "PRIVATE+KEY+example.com/log/testdata+33d7b496+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg";
    private static final String PUBLIC =
            "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";
    private static final List<byte[]> ENTRIES = Arrays.stream(
                    "one two three four five six seven eit nain ten ileven twelf threeten fourten fivten".split(" "))
            .map(entry -> entry.getBytes(US_ASCII))
            .toList();
    private static final List<Hash> LEAVES = ENTRIES.stream().map(Merkle::leaf).toList();

    record State(int size, String root, String signature) {
        String checkpoint() {
            return "%s\n%s\n%s\n\n\u2014 %s %s\n".formatted(ORIGIN, size, root, ORIGIN, signature);
        }
    }

    @Test
    void the_keys_are_read_and_written_as_they_are() throws FormatException {
        var secret = SignerKey.parse(SECRET);
        assertThat(secret.text()).isEqualTo(SECRET);
        assertThat(secret.verifier().text()).isEqualTo(PUBLIC);
        assertThat(secret).hasToString("the private key of " + PUBLIC);
    }

    @Test
    void there_are_sixteen_states() {
        assertThat(states())
                .extracting(State::size)
                .isEqualTo(IntStream.rangeClosed(0, 15).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("states")
    void each_checkpoint_comes_out_byte_for_byte(State state) throws FormatException {
        var frontier = new Frontier();
        LEAVES.subList(0, state.size).forEach(frontier::append);
        var note = new Checkpoint(ORIGIN, state.size, frontier.root())
                .sign(Instant.EPOCH, List.of(SignerKey.parse(SECRET)));
        assertThat(note.format()).isEqualTo(state.checkpoint());
        assertThat(SignedNote.parse(note.bytes())).isEqualTo(note);
        assertThat(note.verify(List.of(VerifierKey.parse(PUBLIC)))).isInstanceOf(SignedNote.Outcome.Trusted.class);
    }

    @ParameterizedTest
    @MethodSource("states")
    void each_partial_tile_holds_the_leaf_hashes_of_its_state(State state) {
        var edge = new Edge();
        LEAVES.subList(0, state.size).forEach(edge::append);
        var made = edge.takeMade();
        assertThat(edge.root()).isEqualTo(Hash.of(Base64.getDecoder().decode(state.root)));
        if (state.size == 0) {
            assertThat(made).isEmpty();
        } else {
            assertThat(made).singleElement().satisfies(content -> {
                assertThat(content.tile().path()).isEqualTo("tile/0/000.p/" + state.size);
                assertThat(content.bytes())
                        .isEqualTo(Base64.getDecoder().decode(concatenated(LEAVES.subList(0, state.size))));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    void each_entry_bundle_leads_back_to_the_root_of_its_state(State state) throws FormatException {
        var bundle = EntryBundle.encode(ENTRIES.subList(0, state.size));
        var leaves = EntryBundle.decode(bundle, state.size).stream()
                .map(Merkle::leaf)
                .toList();
        assertThat(Merkle.root(leaves)).isEqualTo(Hash.of(Base64.getDecoder().decode(state.root)));
    }

    @Test
    void the_last_entry_bundle_begins_with_one_two_three() {
        assertThat(HexFormat.of().formatHex(EntryBundle.encode(ENTRIES)))
                .startsWith("00036f6e65" + "000374776f" + "00057468726565");
        assertThat(new Tile(Tile.ENTRIES, 0, 15).path()).isEqualTo("tile/entries/000.p/15");
    }

    @Test
    void each_state_begins_with_every_earlier_one() {
        for (var later : states()) {
            for (var earlier : states().subList(0, later.size + 1)) {
                assertThat(Consistency.prove(earlier.size, later.size, Nodes.of(LEAVES))
                                .holds(root(earlier), root(later)))
                        .isTrue();
            }
        }
    }

    static List<State> states() {
        try (var lines = ReferenceLogTest.class.getResourceAsStream("reference-log.txt")) {
            return new String(lines.readAllBytes(), US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .map(parts -> new State(Integer.parseInt(parts[0]), parts[1], parts[2]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Hash root(State state) {
        return Hash.of(Base64.getDecoder().decode(state.root));
    }

    private static String concatenated(List<Hash> hashes) {
        var hex = new StringBuilder();
        hashes.forEach(hash -> hex.append(hash.hex()));
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
