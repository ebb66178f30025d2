package org.guichet.bench.measure;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a run keeps its files and databases: what is to be durable must lie on a disk. */
public final class OnDisk {
    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            defaultValue = "${sys:java.io.tmpdir}",
            description = "On a disk, for databases and files of the run (default ${DEFAULT-VALUE}).")
    private Path folder = Path.of("");

    public Path folder() {
        return folder;
    }
}
