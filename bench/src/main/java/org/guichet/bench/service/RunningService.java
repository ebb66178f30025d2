package org.guichet.bench.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Objects;
import org.guichet.app.Service;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Job;
import org.guichet.app.window.Window;
import org.guichet.app.window.Windows;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole service as it runs in production with its own durable database, in a new folder, at a port that is free,
 * for an authority with one procedure. Its jobs run when they are called.
 */
public final class RunningService implements AutoCloseable {
    public static final AuthorityId AUTHORITY = new AuthorityId(1);
    public static final String POOL = "bench";

    private static final String FILES = "files";

    private final TemporaryFolder folder;
    private final ConfigurableApplicationContext context;

    private RunningService(TemporaryFolder folder, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.context = context;
    }

    public static RunningService in(Path parent) {
        return in(parent, new SpringApplication(Service.class));
    }

    /** A program that differs from the service in something that is measured. */
    public static RunningService in(Path parent, SpringApplication program) {
        var folder = TemporaryFolder.in(parent);
        FirstStart.copyInto(folder.path());
        return start(folder, program);
    }

    /** Leaves the folder as it is then. */
    static void startAndStop(TemporaryFolder folder) {
        start(folder, new SpringApplication(Service.class)).context.close();
    }

    private static RunningService start(TemporaryFolder folder, SpringApplication program) {
        var catalogue = folder.path().resolve("catalogue.yaml");
        try (var file = RunningService.class.getResourceAsStream("/bench.yaml")) {
            Files.createDirectories(folder.path().resolve(FILES));
            Files.copy(Objects.requireNonNull(file), catalogue, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new RunningService(
                folder,
                program.run(
                        "--guichet.folder=" + folder.path(),
                        "--guichet.catalogues=" + catalogue,
                        "--guichet.background=false",
                        "--spring.web.resources.add-mappings=true",
                        "--spring.web.resources.static-locations="
                                + folder.path().resolve(FILES).toUri(),
                        "--server.port=0"));
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** What this Java and the database have used of the processors. */
    public ProcessorTime processorTime() {
        return ProcessorTime.now(folder.path().resolve("postgres"));
    }

    /** The work that is done again and again under this name. */
    public Runnable job(String name) {
        return context.getBeanProvider(Job.class).stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow()
                .work();
    }

    /** The window that takes the requests made now. */
    public Window window() {
        return get(Windows.class).openAt(AUTHORITY, POOL, get(Clock.class).instant());
    }

    /** What lies here is served as it is. */
    public Path files() {
        return folder.path().resolve(FILES);
    }

    /** Where the journal is served. */
    public URI journal() {
        return address().resolve("/journal/" + AUTHORITY.value());
    }

    public URI address() {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
        folder.close();
    }
}
