package org.guichet.app.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A service of its own, as far as its database is concerned: holds it until its input ends, or until it is killed. */
final class HoldDatabase {
    private HoldDatabase() {}

    public static void main(String[] arguments) throws IOException {
        try (var _ = open(Path.of(arguments[0]))) {
            System.out.println("held");
            System.in.transferTo(System.out);
        } catch (CannotStart known) {
            System.err.println(known.getMessage());
            System.exit(1);
        }
    }

    static EmbeddedDatabase open(Path folder) {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of("guichet.folder", folder.toString())))
                .bindOrCreate("guichet", Settings.class);
        return new EmbeddedDatabase(folder.resolve("postgres"), new Keys(settings));
    }
}
