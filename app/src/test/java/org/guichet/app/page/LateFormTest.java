package org.guichet.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.guichet.app.Visitor;
import org.guichet.app.World;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.junit.jupiter.api.Test;

/** A form that was sent when the right to change things, for which the date of birth was given, was over. */
final class LateFormTest {
    private static final Map<String, String> BORN = Map.of("jour", "22", "mois", "4", "annee", "1985");
    private static final Map<String, String> TYPED = Map.of("courriel", "nouvelle@example.org");

    private final World world = World.fresh();
    private final Visitor visitor = world.visitor();
    private final Request request = world.register(World.AMINATA);

    @Test
    void is_kept_while_the_date_of_birth_is_asked_for_again_and_sent_once_more() {
        var asked = visitor.post("/fr/suivi/joindre?k=" + key(Duration.ofMinutes(31)), TYPED);
        assertThat(asked.location()).startsWith("/fr/suivi/preuve?vers=suivi/joindre&k=");
        var wrong = visitor.post(asked.location(), Map.of("jour", "23", "mois", "4", "annee", "1985"));
        var proved = visitor.post(wrong.location().replace("#erreurs", ""), BORN);
        assertThat(proved.location()).startsWith("/fr/suivi/joindre?k=");
        assertThat(visitor.get(proved.location()).body())
                .contains("value=\"nouvelle@example.org\"", "Votre saisie est gardée");
        assertThat(visitor.post(proved.location(), TYPED).location()).startsWith("/fr/suivi?change=1");
        assertThat(mail()).isEqualTo("nouvelle@example.org");
    }

    @Test
    void of_preferences_is_kept_too() {
        var asked = visitor.post("/fr/suivi/preferences?k=" + key(Duration.ofMinutes(31)), Map.of("ou", "choisir"));
        var proved = visitor.post(asked.location(), BORN);
        assertThat(visitor.get(proved.location()).body())
                .contains("value=\"choisir\" checked", "Votre saisie est gardée");
    }

    @Test
    void shows_nothing_any_more_to_a_key_of_two_hours() {
        var lost = visitor.post("/fr/suivi/joindre?k=" + key(Duration.ofMinutes(121)), TYPED);
        assertThat(lost.location()).isEqualTo("/fr/suivi?perdu=1");
        assertThat(mail()).isEqualTo("aminata@example.org");
    }

    /** Made so long ago, for the full date of birth. */
    private String key(Duration ago) {
        return OldSeals.key(world, request, Passes.Level.ACT, ago);
    }

    private String mail() {
        return world.get(Requests.class).reach(World.AUTHORITY, request.id()).email();
    }
}
