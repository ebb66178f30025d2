package org.guichet.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EdgeTest {
    private static final int SIZE = 66_000;
    private static final List<Hash> LEAVES = IntStream.range(0, SIZE)
            .mapToObj(i ->
                    Merkle.leaf(ByteBuffer.allocate(Integer.BYTES).putInt(i).array()))
            .toList();

    private final Map<Tile, TileContent> stored = new HashMap<>();

    @Test
    void the_tiles_made_on_the_way_are_those_of_the_tree_whatever_the_batches() {
        var edge = new Edge();
        var from = 0;
        for (var size : List.of(1, 2, 200, 256, 257, 700, 65_536, SIZE)) {
            append(edge, from, size);
            assertThat(stored.keySet())
                    .containsAll(Tile.made(from, size).stream()
                            .filter(tile -> tile.level() != Tile.ENTRIES)
                            .toList());
            assertThat(edge.root()).isEqualTo(Merkle.root(LEAVES.subList(0, size)));
            from = size;
        }
        for (var content : stored.values()) {
            assertIsOfTheTree(content);
        }
    }

    @Test
    void nothing_is_made_when_nothing_was_appended() {
        var edge = new Edge();
        append(edge, 0, 300);
        assertThat(edge.takeMade()).isEmpty();
    }

    @Test
    void an_edge_read_from_the_stored_tiles_goes_on_as_if_it_had_never_stopped() {
        var whole = new Edge();
        var from = 0;
        for (var size : List.of(0, 1, 255, 256, 65_535, 65_536, 65_999)) {
            append(whole, from, size);
            var again = Edge.of(size, this::read);
            assertThat(again.size()).isEqualTo(whole.size());
            assertThat(again.root()).isEqualTo(whole.root());
            again.append(LEAVES.get(size));
            assertThat(again.root()).isEqualTo(Merkle.root(LEAVES.subList(0, size + 1)));
            for (var content : again.takeMade()) {
                assertIsOfTheTree(content);
            }
            from = size;
        }
    }

    @Test
    void a_proof_reads_one_tile_of_each_level_and_no_more() {
        var edge = new Edge();
        append(edge, 0, SIZE);
        var reads = new HashMap<Tile, Integer>();
        for (var index : List.of(0, 1, 255, 256, 40_000, 65_535, 65_536, SIZE - 1)) {
            reads.clear();
            var nodes = edge.over(new TileNodes(SIZE, tile -> {
                reads.merge(tile, 1, Integer::sum);
                return read(tile);
            }));
            var proof = Inclusion.prove(index, SIZE, nodes);
            assertThat(proof.holds(LEAVES.get(index), edge.root())).isTrue();
            assertThat(reads.keySet()).extracting(Tile::level).doesNotHaveDuplicates();
            assertThat(reads.values()).containsOnly(1);
        }
    }

    @Test
    void tiles_alone_are_enough_for_proofs() {
        var edge = new Edge();
        append(edge, 0, SIZE);
        var nodes = new TileNodes(SIZE, this::read);
        assertThat(Inclusion.prove(12_345, SIZE, nodes).holds(LEAVES.get(12_345), edge.root()))
                .isTrue();
        assertThat(Consistency.prove(300, SIZE, nodes).holds(Merkle.root(LEAVES.subList(0, 300)), edge.root()))
                .isTrue();
    }

    private void append(Edge edge, int from, int to) {
        LEAVES.subList(from, to).forEach(edge::append);
        edge.takeMade().forEach(content -> stored.put(content.tile(), content));
    }

    private TileContent read(Tile tile) {
        return Objects.requireNonNull(stored.get(tile), tile::path);
    }

    private static void assertIsOfTheTree(TileContent content) {
        var tile = content.tile();
        var leavesEach = 1 << (tile.level() * Tile.HEIGHT);
        for (var i = 0; i < tile.width(); i++) {
            var start = (int) (tile.index() * Tile.WIDTH_MAX + i) * leavesEach;
            assertThat(content.hashes().get(i)).isEqualTo(Merkle.root(LEAVES.subList(start, start + leavesEach)));
        }
    }
}
