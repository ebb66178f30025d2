package org.guichet.bench.looking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.guichet.bench.service.Exchanges;
import org.guichet.bench.service.HttpAnswer;
import org.guichet.bench.service.HttpLine;
import org.guichet.bench.service.RunningService;

/** A file of a given length that the same process serves, by the same server and the same filters, to be loaded. */
final class StaticFile {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

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

    Exchanges loads() {
        return new Same(load, OK);
    }

    Exchanges reloads() {
        return new Same(reload, NOT_MODIFIED);
    }

    /** One request, again and again, and how it must be answered. */
    private static final class Same implements Exchanges {
        private final byte[] request;
        private final int status;

        Same(byte[] request, int status) {
            this.request = request;
            this.status = status;
        }

        @Override
        public byte[] request(int number) {
            return request;
        }

        @Override
        public void answered(int number, HttpAnswer answer) {
            if (answer.status() != status) {
                throw new IllegalStateException("The file was answered with " + answer.status());
            }
        }
    }
}
