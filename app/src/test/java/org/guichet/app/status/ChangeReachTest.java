package org.guichet.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guichet.app.Visitor;
import org.guichet.app.World;
import org.guichet.app.appointment.ChangeReach;
import org.guichet.app.notice.Message;
import org.guichet.app.notice.Outbox;
import org.guichet.app.notice.Reach;
import org.guichet.app.page.Language;
import org.guichet.app.page.OldSeals;
import org.guichet.app.registration.Application;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Passes.Level;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody else asked with an own address, and the person takes the request over. */
final class ChangeReachTest {
    private static final Reach OWN = new Reach("own@example.org", "", "", "");
    private static final Map<String, String> TYPED = Map.of("courriel", "own@example.org");
    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/fr/suivi\\?k=\\S+)");
    private static final String LOST = "/fr/suivi?perdu=1";

    private final World world = World.fresh();
    private final Visitor visitor = world.visitor();
    private final Request request = world.register(World.AMINATA);

    @Test
    void a_link_from_before_opens_nothing_and_does_nothing() {
        var link = key(Level.LINK, Duration.ofMinutes(5));
        var act = key(Level.ACT, Duration.ofMinutes(5));
        assertThat(visitor.get("/fr/suivi?k=" + link).status()).isEqualTo(200);
        visitor.post("/fr/suivi/joindre?k=" + act, TYPED);
        for (var page : List.of(
                "suivi",
                "suivi/joindre",
                "suivi/preferences",
                "suivi/retrait",
                "suivi/preuve",
                "recu",
                "proposition")) {
            assertThat(visitor.get("/fr/" + page + "?k=" + link).location())
                    .as(page)
                    .isEqualTo(LOST);
        }
        assertThat(visitor.post("/fr/suivi/retrait?k=" + link, Map.of()).location())
                .isEqualTo(LOST);
        assertThat(visitor.post("/fr/suivi/joindre?k=" + link, Map.of("courriel", "back@example.org"))
                        .location())
                .isEqualTo(LOST);
        assertThat(world.reload(request).ended()).isEmpty();
        assertThat(reach()).isEqualTo(OWN);
        assertThat(visitor.get(LOST).body()).contains("le moyen de vous joindre a changé");
    }

    @Test
    void what_rests_on_the_date_of_birth_goes_on() {
        var act = key(Level.ACT, Duration.ofMinutes(5));
        var look = key(Level.LOOK, Duration.ofMinutes(5));
        var first = visitor.post("/fr/suivi/joindre?k=" + act, TYPED).location();
        assertThat(visitor.post("/fr/suivi/joindre?k=" + act, TYPED).location())
                .as("pressed twice")
                .isEqualTo(first);
        assertThat(visitor.get(first).status()).isEqualTo(200);
        assertThat(visitor.get("/fr/suivi?k=" + look).status()).isEqualTo(200);
    }

    @Test
    void whoever_changes_it_by_a_link_goes_on_as_if_the_date_of_birth_had_been_given() {
        var link = key(Level.LINK, Duration.ofMinutes(5));
        var after = visitor.post("/fr/suivi/joindre?k=" + link, TYPED).location();
        assertThat(after).startsWith("/fr/suivi?change=1&k=").doesNotContain(link);
        assertThat(visitor.get(after).status()).isEqualTo(200);
        var pass = world.get(Passes.class)
                .open(World.AUTHORITY, after.replaceAll(".*k=", ""))
                .orElseThrow();
        assertThat(pass.level()).isEqualTo(Level.ACT);
    }

    @Test
    void the_links_of_what_is_sent_with_the_change_and_after_it_open() {
        world.drawAndRun();
        world.goTo("2021-04-12T16:10");
        world.letters().clear();
        change(OWN);
        world.goTo("2021-04-14T18:02:01");
        assertThat(linksTo("own@example.org"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(visitor.get(it).status()).isEqualTo(200));
    }

    @Test
    void a_message_that_waits_goes_to_the_ways_before_and_its_link_opens_nothing() {
        change(OWN);
        world.jdbc()
                .sql("update request set reach_changed_at = reach_changed_at + interval '1 second'")
                .update();
        world.goTo("2021-04-02T11:30");
        assertThat(linksTo("aminata@example.org"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(visitor.get(it).location()).isEqualTo(LOST));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FR | le moyen de vous joindre a été changé | Si ce n’est pas vous : téléphonez au 01 00 00 00 00
            EN | the way to reach you was changed      | If it was not you: call 01 00 00 00 00
            AR | تم تغيير وسيلة الاتصال بك              | إن لم يكن منك: يجب الاتصال بالرقم 01 00 00 00 00
            """)
    void whoever_was_reached_before_is_told_by_all_ways_and_without_a_link(
            Language language, String subject, String sentence) {
        var before = new Reach("lan@example.org", "+33612345678", "1 rue A", "Une association");
        var other = world.register(new Application(
                World.POOL,
                UUID.randomUUID(),
                language,
                List.of(World.LAN),
                Together.SIMULTANEOUS,
                Wishes.ANYTHING,
                before));
        world.get(ChangeReach.class).change(World.AUTHORITY, other, Reach.AT_THE_DESK);
        assertThat(told(other))
                .extracting(Message::to)
                .containsExactlyInAnyOrder(before.email(), before.mobile(), before.post(), before.association());
        assertThat(told(other)).allSatisfy(it -> {
            assertThat(it.subject()).contains(subject);
            assertThat(plain(it.body()))
                    .contains(sentence, plain(other.number().grouped()))
                    .doesNotContain("http", "k=");
        });
    }

    @Test
    void where_nothing_changed_nobody_is_told_and_links_go_on() {
        var link = key(Level.LINK, Duration.ofMinutes(5));
        change(new Reach("aminata@example.org", "", "", ""));
        assertThat(told(request)).isEmpty();
        assertThat(visitor.get("/fr/suivi?k=" + link).status()).isEqualTo(200);
    }

    @Test
    void whoever_asked_at_the_desk_only_is_not_told() {
        change(Reach.AT_THE_DESK);
        change(OWN);
        assertThat(told(request)).extracting(Message::to).containsExactly("aminata@example.org");
    }

    /** Without the signs that keep words together and figures in their place. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replaceAll("[\u2068\u2069]", "");
    }

    private void change(Reach to) {
        world.get(ChangeReach.class).change(World.AUTHORITY, request, to);
    }

    private Reach reach() {
        return world.get(Requests.class).reach(World.AUTHORITY, request.id());
    }

    private List<Message> told(Request of) {
        return world.get(Outbox.class).ofRequest(World.AUTHORITY, of.id().value()).stream()
                .filter(it -> it.kind().equals("reach-changed"))
                .map(Outbox.Entry::message)
                .toList();
    }

    private List<String> linksTo(String address) {
        return world.letters().to(address).stream()
                .flatMap(it -> LINK.matcher(it.body()).results().map(found -> found.group(1)))
                .toList();
    }

    /** Made so long ago. */
    private String key(Level level, Duration ago) {
        return OldSeals.key(world, request, level, ago);
    }
}
