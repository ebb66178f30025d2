package org.guichet.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares the table of features in ARCHITECTURE.md with the code, both ways. */
final class FeatureTableTest {
    private static final String BASE = "org.guichet.app.";
    private static final Pattern ROW = Pattern.compile("\\| `([a-z]+)` \\|[^|]*\\| ([a-z –]+) \\|");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.guichet.app");

    private final Map<String, Set<String>> declared = declared();
    private final Map<String, Set<String>> made = made();

    @Test
    void every_feature_uses_what_the_table_says_and_nothing_else() {
        assertThat(made).isEqualTo(declared);
    }

    @Test
    void every_feature_uses_only_features_above_it() {
        List<String> order = new ArrayList<>(declared.keySet());
        declared.forEach((feature, uses) ->
                assertThat(uses).as(feature).allMatch(used -> order.indexOf(used) < order.indexOf(feature)));
    }

    @Test
    void nobody_sees_another_jackson_or_the_internals_of_views() {
        assertThat(CLASSES.stream()
                        .flatMap(it -> it.getDirectDependenciesFromSelf().stream())
                        .map(it -> it.getTargetClass().getPackageName())
                        .filter(it -> it.startsWith("com.fasterxml.jackson.databind")))
                .isEmpty();
    }

    private static Map<String, Set<String>> declared() {
        var table = new LinkedHashMap<String, Set<String>>();
        var rows = ROW.matcher(read(Path.of("..", "ARCHITECTURE.md")));
        while (rows.find()) {
            var uses = new TreeSet<>(List.of(rows.group(2).split(" ", -1)));
            uses.remove("–");
            table.put(rows.group(1), uses);
        }
        return table;
    }

    private static Map<String, Set<String>> made() {
        var uses = new LinkedHashMap<String, Set<String>>();
        for (var each : CLASSES) {
            var feature = feature(each.getPackageName());
            if (feature.isEmpty() || feature.equals("views")) {
                continue;
            }
            var used = uses.computeIfAbsent(feature, _ -> new TreeSet<>());
            each.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .map(it -> feature(it.getPackageName()))
                    .filter(it -> !it.isEmpty() && !it.equals(feature))
                    .forEach(used::add);
        }
        return uses;
    }

    private static String feature(String packageName) {
        return packageName.startsWith(BASE)
                ? packageName.substring(BASE.length()).split("\\.", 2)[0]
                : "";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
