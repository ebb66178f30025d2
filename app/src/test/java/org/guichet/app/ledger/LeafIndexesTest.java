package org.guichet.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.core.ledger.EntryBundle;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.Tile;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LeafIndexesTest {
    private World world;

    @BeforeEach
    void begin() {
        world = World.fresh();
        IntStream.range(0, 300).forEach(i -> world.register(World.somebody(i)));
        world.jobs();
        world.register(World.AMINATA);
        world.jobs();
    }

    @Test
    void every_leaf_is_found_where_it_stands_whatever_batch_it_came_with() throws FormatException {
        assertFound();
    }

    @Test
    void leaves_that_were_sequenced_before_the_table_was_there_are_found_too() throws IOException, FormatException {
        world.jdbc().sql("delete from leaf_index").update();
        world.jdbc()
                .sql(migration().substring(migration().indexOf("with recursive")))
                .update();
        assertFound();
    }

    @Test
    void a_leaf_that_waits_is_not_found() {
        var request = world.register(World.LAN);
        var waits =
                world.jdbc().sql("select body from leaf").query(String.class).single();
        assertThat(waits).contains(request.label().hex());
        var hash = Merkle.leaf(waits.getBytes(StandardCharsets.UTF_8));
        assertThat(world.get(LeafIndexes.class).find(World.AUTHORITY, hash)).isEmpty();
    }

    private void assertFound() throws FormatException {
        var tree = world.get(Tree.class);
        var found = 0L;
        for (var bundle : List.of(new Tile(Tile.ENTRIES, 0, Tile.WIDTH_MAX), new Tile(Tile.ENTRIES, 1, 40))) {
            var entries =
                    EntryBundle.decode(tree.content(World.AUTHORITY, bundle).orElseThrow(), bundle.width());
            for (var entry : entries) {
                assertThat(world.get(LeafIndexes.class).find(World.AUTHORITY, Merkle.leaf(entry)))
                        .contains(found++);
            }
        }
        assertThat(world.count("leaf_index")).isGreaterThan(300);
    }

    private static String migration() throws IOException {
        try (var file = World.class.getResourceAsStream("/migration/V14__leaf_index.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
