package org.guichet.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.guichet.app.World;
import org.guichet.app.WorldConfiguration.HandBeacon;
import org.guichet.app.ledger.Tree;
import org.guichet.verifier.Main;

/** The journal of the world as plain files, and the verifier that judges them. */
public final class Published {
    private final World world;
    private final Path root;
    private final JournalFolder journal;

    /** In a folder of its own below this one. */
    public Published(World world, Path root) {
        this.world = world;
        this.root = root;
        this.journal = new JournalFolder(
                world.get(Tree.class), world.get(JournalFiles.class), world.get(WitnessProofs.class), root);
    }

    Path folder() {
        return root.resolve("1");
    }

    /** Writes what is new. */
    void write() {
        journal.write(World.AUTHORITY);
    }

    /** Writes what is new; the verifier, which remembers what it saw before, must accept it. What it says. */
    public String judge() throws IOException {
        write();
        return verify(0, "--remember", root.resolve("memory").toString());
    }

    /** The verifier judges what is written, and must end with this code. What it says. */
    String verify(int exitCode, String... options) throws IOException {
        // The chain of the tests is published nowhere else.
        var rehearsal = folder().resolve("rehearsal");
        Files.writeString(rehearsal, world.get(HandBeacon.class).rehearsal());
        var out = new StringWriter();
        var arguments = Stream.concat(Stream.of(folder().toString()), Stream.of(options))
                .toArray(String[]::new);
        var code = Main.command()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
        assertThat(code).as(out::toString).isEqualTo(exitCode);
        Files.delete(rehearsal);
        return out.toString();
    }
}
