package org.guichet.app;

import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One more node of the service, on the database and the keys of the world, with a letter box of its own. */
record Node(ConfigurableApplicationContext context, int port, WorldConfiguration.LetterBox letters)
        implements AutoCloseable {
    static Node start(World world, Path folder) {
        return start(world, folder, "--guichet.leaving=3s");
    }

    static Node start(World world, Path folder, String... settings) {
        var database = world.database();
        var own = Stream.of(
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword(),
                "--spring.datasource.hikari.maximum-pool-size=8",
                "--spring.main.allow-bean-definition-overriding=true",
                "--guichet.folder=" + folder,
                "--guichet.catalogues=" + folder.resolve("world.yaml"),
                "--server.port=0");
        var context = new SpringApplicationBuilder(Service.class, WorldConfiguration.class)
                .run(Stream.concat(own, Stream.of(settings)).toArray(String[]::new));
        var port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        return new Node(context, Integer.parseInt(port), context.getBean(WorldConfiguration.LetterBox.class));
    }

    Visitor visitor() {
        return new Visitor(port);
    }

    /** As on SIGTERM. */
    void stop() {
        context.close();
    }

    @Override
    public void close() {
        stop();
    }
}
