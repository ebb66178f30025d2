package org.guichet.bench.looking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.guichet.bench.service.HttpLine;
import org.guichet.bench.service.RunningService;

/** A file of a given length that the same process serves, by the same server and the same filters, to be loaded. */
final class StaticFile {
    private final byte[] load;
    private final byte[] reload;

    StaticFile(RunningService service, int length) {
        try {
            Files.writeString(service.files().resolve("file.html"), "x".repeat(length));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        this.load = HttpLine.get(service.address(), "/file.html");
        try (var line = new HttpLine(service.address())) {
            this.reload = HttpLine.ifModifiedSince(load, line.send(load).modified());
        }
    }

    void load(HttpLine line) {
        expect(200, line.send(load));
    }

    void reload(HttpLine line) {
        expect(304, line.send(reload));
    }

    private static void expect(int status, HttpLine.Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException("The file was answered with " + answer.status());
        }
    }
}
