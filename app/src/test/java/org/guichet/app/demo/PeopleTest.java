package org.guichet.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Objects;
import org.guichet.app.catalogue.CatalogueFile;
import org.guichet.app.catalogue.Horizon;
import org.junit.jupiter.api.Test;

final class PeopleTest {
    @Test
    void nobody_asks_for_what_the_page_would_refuse() throws IOException {
        try (var file = PeopleTest.class.getResourceAsStream("/demo/paris-2021.yaml")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            var catalogue = ((CatalogueFile.Reading.Good) CatalogueFile.read(text)).catalogue();
            var horizons = new HashMap<String, Horizon>();
            assertThat(People.invent(500)).allSatisfy(it -> {
                var asked = it.application();
                var horizon = horizons.computeIfAbsent(
                        asked.pool(), pool -> Horizon.of(catalogue, pool, LocalDate.of(2021, 3, 29)));
                var group = new Horizon.Group(asked.persons().size(), asked.together());
                assertThat(horizon.isNever(group, asked.wishes()))
                        .as("%s, %s", group, asked.wishes())
                        .isFalse();
            });
        }
    }
}
