package org.guichet.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.core.ledger.EntryBundle;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.Tile;
import org.guichet.core.ledger.TileContent;
import org.guichet.core.ledger.leaf.EventKind;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.SignedNote;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

final class JournalTest {
    private World world;

    @BeforeEach
    void begin() {
        world = World.fresh();
    }

    @Test
    void what_happens_stands_in_the_journal_and_names_nobody() throws FormatException {
        world.register(World.AMINA, World.KARIM);
        world.drawAndRun();
        var leaves = new ArrayList<Leaf>();
        for (var entry : entries()) {
            leaves.add(Leaf.parse(entry));
            assertThat(new String(entry, StandardCharsets.UTF_8)).doesNotContainIgnoringCase("benali");
        }
        assertThat(leaves)
                .hasAtLeastOneElementOfType(Leaf.Window.class)
                .hasAtLeastOneElementOfType(Leaf.Request.class)
                .hasAtLeastOneElementOfType(Leaf.Seal.class)
                .hasAtLeastOneElementOfType(Leaf.Beacon.class)
                .hasAtLeastOneElementOfType(Leaf.Order.class)
                .anyMatch(it -> it instanceof Leaf.Event event && event.kind() == EventKind.OFFER);
    }

    @Test
    void the_signed_root_is_the_root_of_the_entries() throws FormatException {
        IntStream.range(0, 300).forEach(i -> world.register(World.somebody(i)));
        world.jobs();
        var checkpoint = checkpoint();
        var entries = entries();
        assertThat(checkpoint.size()).isEqualTo(entries.size()).isGreaterThan(256);
        assertThat(checkpoint.root())
                .isEqualTo(Merkle.root(entries.stream().map(Merkle::leaf).toList()));
    }

    @Test
    void tiles_of_hashes_match_the_entries_and_what_was_served_narrow_is_the_beginning_of_what_is_wide()
            throws FormatException {
        world.register(World.somebody(0));
        world.jobs();
        var before = checkpoint().size();
        var narrow = content(Tile.at(0, 0, before));
        IntStream.range(1, 300).forEach(i -> world.register(World.somebody(i)));
        world.jobs();
        var entries = entries();
        var wide = TileContent.parse(new Tile(0, 0, 256), content(new Tile(0, 0, 256)));
        assertThat(wide.hashes())
                .isEqualTo(entries.stream().limit(256).map(Merkle::leaf).toList());
        assertThat(wide.bytes()).startsWith(narrow);
        var above = TileContent.parse(new Tile(1, 0, 1), content(new Tile(1, 0, 1)));
        assertThat(above.hashes()).containsExactly(Merkle.root(wide.hashes()));
    }

    @Test
    void a_deed_that_fails_leaves_no_leaf() {
        var before = world.count("leaf");
        var form = World.application(World.AMINATA);
        world.jdbc()
                .sql("alter table notice add constraint broken check (false) not valid")
                .update();
        try {
            assertThatThrownBy(() -> world.register(form)).isInstanceOf(DataIntegrityViolationException.class);
        } finally {
            world.jdbc().sql("alter table notice drop constraint broken").update();
        }
        assertThat(world.count("leaf")).isEqualTo(before);
        assertThat(world.count("request")).isZero();
    }

    private Checkpoint checkpoint() throws FormatException {
        var note = world.get(Tiles.class).checkpoint(World.AUTHORITY).orElseThrow();
        var parsed = SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
        var key = world.get(JournalKeys.class).of(World.AUTHORITY).verifier();
        assertThat(parsed.verify(List.of(key))).isInstanceOf(SignedNote.Outcome.Trusted.class);
        return Checkpoint.parse(parsed.text());
    }

    private List<byte[]> entries() throws FormatException {
        var entries = new ArrayList<byte[]>();
        var size = checkpoint().size();
        for (long bundle = 0; bundle * Tile.WIDTH_MAX < size; bundle++) {
            var tile = Tile.at(Tile.ENTRIES, bundle, size);
            entries.addAll(EntryBundle.decode(content(tile), tile.width()));
        }
        return entries;
    }

    private byte[] content(Tile tile) {
        return world.get(Tree.class).content(World.AUTHORITY, tile).orElseThrow();
    }
}
