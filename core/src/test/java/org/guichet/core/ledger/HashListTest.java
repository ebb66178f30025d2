package org.guichet.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Packed hashes, compared with as many objects. */
final class HashListTest {
    private static final long SEED = 11;

    private final List<byte[]> data = data(new Random(SEED));

    @Test
    void leaves_and_roots_of_every_size_are_those_of_single_hashes() {
        for (var count = 0; count <= data.size(); count++) {
            var packed = HashList.leaves(data.subList(0, count));
            var single = data.subList(0, count).stream().map(Merkle::leaf).toList();
            assertThat(packed).isEqualTo(single).hasSameHashCodeAs(single);
            assertThat(packed.root()).as("of %d leaves", count).isEqualTo(Merkle.root(single));
            assertThat(packed).as("unchanged by its root").isEqualTo(single);
        }
    }

    @Test
    void lists_are_equal_when_their_hashes_are() {
        var packed = HashList.leaves(data);
        var content = new TileContent(new Tile(0, 0, data.size()), packed);
        assertThat(HashList.of(content.bytes())).isEqualTo(packed).isEqualTo(List.copyOf(packed));
        for (var at : new int[] {0, 31, 32, content.bytes().length - 1}) {
            var changed = content.bytes();
            changed[at] ^= 1;
            assertThat(HashList.of(changed)).isNotEqualTo(packed).isNotEqualTo(List.copyOf(packed));
        }
        assertThat(HashList.leaves(data.subList(1, data.size()))).isNotEqualTo(packed);
    }

    @Test
    void a_hash_beside_the_list_or_in_part_is_refused() {
        var packed = HashList.leaves(data);
        assertThatThrownBy(() -> packed.get(data.size())).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> packed.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> HashList.of(new byte[33])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_bytes_it_was_made_of_can_change_without_it() {
        var bytes = new byte[Hash.LENGTH];
        var packed = HashList.of(bytes);
        bytes[0] = 1;
        assertThat(packed).containsExactly(Hash.of(new byte[Hash.LENGTH]));
    }

    private static List<byte[]> data(Random random) {
        return IntStream.range(0, Tile.WIDTH_MAX)
                .mapToObj(_ -> {
                    var bytes = new byte[random.nextInt(200)];
                    random.nextBytes(bytes);
                    return bytes;
                })
                .toList();
    }
}
