package org.guichet.bench.service;

import java.nio.file.Path;
import java.util.Optional;

/** The service that benches share, started by the first that needs it. */
public final class OneService implements AutoCloseable {
    private Optional<RunningService> running = Optional.empty();

    /** Running in that folder, or where it was started before. */
    public RunningService in(Path folder) {
        var service = running.orElseGet(() -> RunningService.in(folder));
        running = Optional.of(service);
        return service;
    }

    @Override
    public void close() {
        running.ifPresent(RunningService::close);
    }
}
