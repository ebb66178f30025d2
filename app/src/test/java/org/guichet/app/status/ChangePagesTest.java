package org.guichet.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.guichet.app.Visitor;
import org.guichet.app.World;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.guichet.app.registration.Wishes;
import org.junit.jupiter.api.Test;

/** What suits, and how a request is reached: each changed on one page. */
final class ChangePagesTest {
    private static final Map<String, String> THURSDAY =
            Map.of("ou", "choisir", "centres", "charcot,loire", "moments", "4a,5m");

    private final World world = World.fresh();
    private final Visitor visitor = world.visitor();
    private final Request request = world.register(World.AMINATA);

    @Test
    void boxes_that_were_ticked_beside_everything_are_not_dropped_in_silence() {
        var page = change(Map.of("ou", "tout", "moments", "1m"));
        assertThat(page.location()).contains("/suivi/preferences?", "#erreurs");
        assertThat(visitor.get(page.location().replace("#erreurs", "")).body())
                .contains("Vous avez coché des centres ou des moments.", "<a href=\"#ou\">");
        assertThat(change(Map.of("ou", "tout", "centre-prefere", "loire")).location())
                .contains("#erreurs");
        assertThat(wishes()).isEqualTo(Wishes.ANYTHING);
    }

    @Test
    void whoever_opens_the_page_with_boxes_ticked_and_says_everything_gives_them_up() {
        assertThat(change(THURSDAY).location()).contains("change=1");
        assertThat(wishes().centres()).containsExactly("charcot", "loire");
        assertThat(change(Map.of("ou", "tout", "centres", "charcot,loire", "moments", "4a,2m"))
                        .location())
                .as("Tuesday was ticked since")
                .contains("#erreurs");
        assertThat(change(Map.of("ou", "tout", "centres", "charcot,loire", "moments", "4a,5m"))
                        .location())
                .contains("change=1");
        assertThat(wishes()).isEqualTo(Wishes.ANYTHING);
    }

    @Test
    void a_centre_that_is_preferred_is_to_be_ticked_too() {
        var page = change(Map.of("ou", "choisir", "centres", "charcot", "moments", "4a", "centre-prefere", "loire"));
        assertThat(visitor.get(page.location().replace("#erreurs", "")).body())
                .contains("Vous n’avez pas coché ce centre.", "<a href=\"#centre-prefere\">");
    }

    @Test
    void our_own_words_about_a_form_come_from_nobody_else() {
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

    private Visitor.Page change(Map<String, String> form) {
        return visitor.post(
                "/fr/suivi/preferences?k="
                        + world.get(Passes.class).key(World.AUTHORITY, request.id(), Passes.Level.LINK),
                form);
    }

    private Wishes wishes() {
        return world.get(Requests.class).get(World.AUTHORITY, request.id()).wishes();
    }
}
