package org.guichet.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.guichet.app.World;
import org.guichet.app.registration.Passes;
import org.junit.jupiter.api.Test;

final class ChangePagesTest {
    @Test
    void our_own_words_about_a_form_come_from_nobody_else() {
        var world = World.fresh();
        var visitor = world.visitor();
        var request = world.register(World.AMINATA);
        var key = world.get(Passes.class).key(World.AUTHORITY, request.id(), Passes.Level.LINK);
        for (var page : List.of("joindre", "preferences")) {
            var again = visitor.post(
                    "/fr/suivi/" + page + "?k=" + key,
                    Map.of("_said", "x", "courriel", "nobody", "ou", "choisir", "ensemble", "x"));
            assertThat(again.status()).as(page).isEqualTo(303);
            assertThat(again.location()).as(page).endsWith("#erreurs");
            assertThat(visitor.get(again.location().replaceAll("#.*", "")).status())
                    .as(page)
                    .isEqualTo(200);
        }
    }
}
