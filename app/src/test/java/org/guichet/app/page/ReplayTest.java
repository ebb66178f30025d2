package org.guichet.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.guichet.app.World;
import org.guichet.app.platform.Keys;
import org.junit.jupiter.api.Test;

/** A form of last year, sent again. */
final class ReplayTest {
    @Test
    void is_gone_and_says_so() {
        var world = World.fresh();
        var lastYear = InstantSource.fixed(Instant.now().minus(Duration.ofDays(365)));
        var sealed = new Seals(world.get(Keys.class), lastYear).seal("answers/1/famille", "{}");
        var page = world.visitor().post("/fr/demande/famille/envoi?s=" + sealed, Map.of());
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.body())
                .contains("Vos réponses ont été effacées", "Si vous aviez envoyé votre demande", "href=\"/fr/suivi\"");
    }
}
