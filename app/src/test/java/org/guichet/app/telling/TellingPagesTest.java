package org.guichet.app.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guichet.app.World;
import org.guichet.app.access.StaffBrowser;
import org.guichet.app.notice.Outbox;
import org.guichet.app.notice.Reach;
import org.guichet.app.notice.Way;
import org.guichet.app.page.Language;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Application;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom to phone and to write to. */
final class TellingPagesTest {
    private static final Pattern DONE = Pattern.compile("/agent/a-prevenir/[0-9a-f-]+/fait");

    private static StaffBrowser browser;
    private World world;

    @BeforeAll
    static void signIn() {
        browser = StaffBrowser.at(World.fresh(), 5);
    }

    @BeforeEach
    void begin() {
        world = World.fresh();
    }

    @Test
    void a_telephone_call_says_whom_to_ask_for_and_what_to_say() {
        register(World.AMINATA, Language.FR, new Reach("", "06 12 34 56 78", "", ""));
        assertThat(page())
                .contains("1 appel à faire", "tel:0612345678", "TRAORÉ Aminata", "Votre demande est enregistrée.")
                .doesNotContain("lettre", "Votre numéro de demande");
    }

    @Test
    void a_letter_stands_on_its_own_sheet_in_the_language_of_its_reader() {
        register(World.LAN, Language.AR, new Reach("", "", "chez Mme Diop, 3 rue Charcot, 75013 Paris", ""));
        assertThat(page())
                .contains("1 lettre à imprimer", "class=\"tell letter\"", "chez Mme Diop, 3 rue Charcot, 75013 Paris")
                .contains("lang=\"ar\" dir=\"rtl\"", "تم تسجيل طلبك", "À dire ou à lire en arabe.");
    }

    @Test
    void on_paper_stands_how_to_answer_with_the_whole_number() {
        var request = register(World.AMINATA, Language.FR, new Reach("", "", "3 rue Charcot, 75013 Paris", ""));
        assertThat(page())
                .contains("Votre numéro de demande : "
                        + request.number().grouped().replace('\u00a0', ' '))
                .contains("/fr/suivi, par téléphone au 01 00 00 00 00, ou au guichet sans rendez-vous.");
        register(World.LAN, Language.AR, new Reach("", "", "", "La Cimade"));
        assertThat(page()).contains("رقم طلبك:", "/ar/suivi");
    }

    @Test
    void what_was_told_disappears_and_the_same_click_twice_is_one() {
        register(World.AMINATA, Language.FR, new Reach("", "06 12 34 56 78", "", "La Cimade"));
        var form = DONE.matcher(page());
        assertThat(form.find()).isTrue();
        assertThat(browser.post(form.group()).location()).isEqualTo("/agent/a-prevenir");
        assertThat(browser.post(form.group()).location()).isEqualTo("/agent/a-prevenir");
        assertThat(page()).contains("1 association à prévenir", "La Cimade").doesNotContain("appel à faire");
    }

    @Test
    void what_cannot_be_sent_comes_after_all_calls_and_shows_no_link_that_acts() {
        register(World.AMINATA, Language.FR, new Reach("aminata@exemple.invalid", "", "", ""));
        world.jdbc()
                .sql("update notice set by_hand = true, refused_at = written_at")
                .update();
        world.clock().set(World.START.plusSeconds(1));
        register(World.LAN, Language.FR, new Reach("", "06 12 34 56 78", "", ""));
        assertThat(world.get(Outbox.class).byHand(World.AUTHORITY, 2))
                .extracting(it -> it.message().way())
                .containsExactly(Way.MOBILE, Way.EMAIL);
        assertThat(page())
                .contains("1 message à une adresse refusée", "aminata@exemple.invalid", "TRAORÉ Aminata")
                .contains("Regarder souvent ne change rien.</p>\n<p>Votre numéro de demande")
                .doesNotContain("suivi?k=", "ouvrez ce lien");
    }

    @Test
    void when_nobody_is_left_the_page_says_so() {
        register(World.AMINATA, Language.FR, new Reach("aminata@example.org", "", "", ""));
        assertThat(page()).contains("Tout le monde est prévenu.");
    }

    private String page() {
        return browser.get("/agent/a-prevenir").body().replace('\u00a0', ' ');
    }

    private Request register(Applicant person, Language language, Reach reach) {
        return world.register(new Application(
                World.POOL,
                UUID.randomUUID(),
                language,
                List.of(person),
                Together.SIMULTANEOUS,
                Wishes.ANYTHING,
                reach));
    }
}
