package org.guichet.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TileTest {
    @Test
    void paths_are_those_of_the_specification() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(2, 0, 1).path()).isEqualTo("tile/2/000.p/1");
        assertThat(new Tile(Tile.ENTRIES, 273, 112).path()).isEqualTo("tile/entries/273.p/112");
        assertThat(new Tile(Tile.ENTRIES, 1000, 256).path()).isEqualTo("tile/entries/x001/000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/000",
                "tile/0/x001/x234/067",
                "tile/63/999.p/255",
                "tile/entries/x001/000.p/1",
                "tile/entries/x999/x999/x999/x999/x999/999"
            })
    void a_path_is_read_as_it_is_written(String path) throws FormatException {
        assertThat(Tile.parse(path).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/0/0",
                "tile/0/0000",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/x000/001",
                "tile/0/001/001",
                "tile/0/x001",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/000/",
                "/tile/0/000",
                "tile/0/000\n",
                "tile/data/000",
                "tile/0/../0/000",
                "tile/0/٠٠٠",
                "tile/0/x001/x000/x000/x000/x000/x000/000"
            })
    void any_other_path_is_refused(String path) {
        assertThatThrownBy(() -> Tile.parse(path)).isInstanceOf(FormatException.class);
    }

    @Test
    void a_tree_of_70000_leaves_has_the_tiles_of_the_specification() {
        var tiles = Tile.made(0, 70_000).stream().collect(Collectors.groupingBy(Tile::level));
        assertThat(tiles).containsOnlyKeys(Tile.ENTRIES, 0, 1, 2);
        assertThat(tiles.get(0)).hasSize(274).last().isEqualTo(new Tile(0, 273, 112));
        assertThat(tiles.get(Tile.ENTRIES)).hasSize(274).last().isEqualTo(new Tile(Tile.ENTRIES, 273, 112));
        assertThat(tiles.get(1)).containsExactly(new Tile(1, 0, 256), new Tile(1, 1, 17));
        assertThat(tiles.get(2)).containsExactly(new Tile(2, 0, 1));
    }

    @Test
    void a_tree_of_256_leaves_has_one_full_tile_and_one_above() {
        assertThat(paths(0, 256)).containsExactly("tile/entries/000", "tile/0/000", "tile/1/000.p/1");
    }

    @Test
    void a_growth_makes_the_tiles_it_adds_to_and_no_others() {
        assertThat(paths(0, 0)).isEmpty();
        assertThat(paths(5, 5)).isEmpty();
        assertThat(paths(0, 1)).containsExactly("tile/entries/000.p/1", "tile/0/000.p/1");
        assertThat(paths(255, 258))
                .containsExactly(
                        "tile/entries/000", "tile/entries/001.p/2", "tile/0/000", "tile/0/001.p/2", "tile/1/000.p/1");
        assertThat(paths(256, 257)).containsExactly("tile/entries/001.p/1", "tile/0/001.p/1");
        assertThat(paths(65_535, 65_536))
                .containsExactly("tile/entries/255", "tile/0/255", "tile/1/000", "tile/2/000.p/1");
    }

    @Test
    void a_tile_the_tree_does_not_have_is_refused() {
        assertThatThrownBy(() -> Tile.at(0, 2, 512)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tile.at(63, 0, Merkle.SIZE_MAX)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tile(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Tile.at(7, 0, Merkle.SIZE_MAX)).isEqualTo(new Tile(7, 0, 64));
    }

    @Test
    void the_content_of_a_tile_is_its_hashes_one_after_the_other() throws FormatException {
        var tile = new Tile(0, 0, 3);
        var content = new TileContent(tile, MerkleTest.LEAVES.subList(0, 3));
        assertThat(content.bytes())
                .hasSize(96)
                .startsWith(MerkleTest.LEAVES.getFirst().bytes());
        assertThat(TileContent.parse(tile, content.bytes())).isEqualTo(content);
        assertThatThrownBy(() -> TileContent.parse(tile, new byte[95])).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> TileContent.parse(tile, new byte[128])).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> new TileContent(tile, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Stream<String> paths(long from, long to) {
        return Tile.made(from, to).stream().map(Tile::path);
    }
}
