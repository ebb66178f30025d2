package org.guichet.core.ledger.leaf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.guichet.core.draw.Label;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A series says of every entry, right or wrong, what reading that entry alone says. */
final class LeafSeriesTest {
    private static final int ENTRIES = 20_000;

    @Test
    void requests_of_one_window_and_other_leaves_among_them_are_read() {
        var leaves = new ArrayList<Leaf>(LeafTest.leaves());
        for (var i = 0; i < 5; i++) {
            leaves.add(request("paris-cre-charcot", 3, i));
        }
        leaves.add(request("paris-cre-charcot", 4, 5));
        leaves.add(request("paris-cre-charcot", 30, 6));
        leaves.add(request("paris", 3, 7));
        leaves.addAll(LeafTest.leaves());
        assertAlike(leaves.stream().map(Leaf::bytes).toList());
    }

    @Test
    void a_request_changed_anywhere_after_a_sound_one_is_read_as_if_alone() {
        var sound = request("paris", 12, 1).bytes();
        var entries = new ArrayList<byte[]>();
        for (var at = 0; at < sound.length; at++) {
            for (var other : new int[] {0, '\n', '\r', ' ', '0', '1', 'A', 'F', 'G', 'a', 'f', 'g', 0x7f, 0x80, 0xff}) {
                var changed = sound.clone();
                changed[at] = (byte) other;
                entries.addAll(List.of(sound, changed));
            }
            entries.addAll(List.of(sound, Arrays.copyOf(sound, at)));
        }
        entries.addAll(List.of(sound, Arrays.copyOf(sound, sound.length + 1), new byte[0], sound));
        assertAlike(entries);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void random_entries_sound_and_damaged_are_read_as_if_alone(long seed) {
        var random = new Random(seed);
        var others = LeafTest.leaves();
        var entries = new ArrayList<byte[]>();
        for (var i = 0; i < ENTRIES; i++) {
            var leaf = random.nextInt(20) == 0
                    ? others.get(random.nextInt(others.size()))
                    : request(random.nextInt(10) == 0 ? "paris" : "lyon", 9 + random.nextInt(10) / 8, i);
            entries.add(random.nextInt(4) == 0 ? damaged(leaf.bytes(), random) : leaf.bytes());
        }
        assertAlike(entries);
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        var at = random.nextInt(bytes.length);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> (new String(bytes, UTF_8) + "label x\n").getBytes(UTF_8);
            case 2 -> new String(bytes, UTF_8).replaceFirst("label ", "label  ").getBytes(UTF_8);
            default -> {
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
        };
    }

    private static Leaf request(String pool, long window, int number) {
        var label = new Label(Hash.sha256(("request " + number).getBytes(UTF_8)).hex());
        return new Leaf.Request(new WindowId(new PoolCode(pool), window), label);
    }

    private static void assertAlike(List<byte[]> entries) {
        var series = new LeafSeries();
        for (var entry : entries) {
            assertThat(said(() -> series.next(entry)))
                    .as(() -> new String(entry, UTF_8))
                    .isEqualTo(said(() -> Leaf.parse(entry)));
        }
    }

    /** The leaf, or why there is none. */
    private static Object said(Reader reader) {
        try {
            return reader.read();
        } catch (FormatException refused) {
            return refused.why();
        }
    }

    private interface Reader {
        Leaf read() throws FormatException;
    }
}
