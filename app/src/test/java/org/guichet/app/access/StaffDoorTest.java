package org.guichet.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.limit.Source;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Network;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The door of the staff. */
final class StaffDoorTest {
    private final CountDownLatch over = new CountDownLatch(1);

    private World world;
    private StaffBrowser browser;

    @BeforeEach
    void begin() {
        world = World.fresh();
        browser = new StaffBrowser(world);
    }

    @AfterEach
    void end() {
        over.countDown();
    }

    @Test
    void who_is_not_signed_in_is_led_to_the_door() {
        for (var path : new String[] {"/agent", "/agent/a-prevenir", "/agent/guichet", "/agent/recherche?s=1"}) {
            assertThat(browser.get(path).status()).isEqualTo(303);
            assertThat(browser.get(path).location()).isEqualTo("/agent/connexion");
        }
    }

    @Test
    void signing_in_asks_for_the_counter_and_opens_the_day() {
        assertThat(browser.signIn("Charcot-5 ", "bienvenue").location()).isEqualTo("/agent");
        assertThat(browser.get("/agent").location()).isEqualTo("/agent/guichet");
        assertThat(browser.get("/agent/guichet").body()).contains("Guichet 8").doesNotContain("Guichet 9");
        assertThat(browser.post("/agent/guichet", "guichet", "6").location()).isEqualTo("/agent");
        assertThat(browser.get("/agent").body())
                .contains("42 rue Charcot, 75013 Paris · guichet 6", "Guichet 5", "vendredi 2 avril 2021, 10:30");
    }

    @Test
    void a_counter_that_the_centre_has_not_is_not_taken() {
        browser.signIn("charcot-5", "bienvenue");
        browser.get("/agent/guichet");
        for (var wrong : new String[] {"9", "0", "-1", "x", "", "99999999999"}) {
            assertThat(browser.post("/agent/guichet", "guichet", wrong).location())
                    .isEqualTo("/agent/guichet");
        }
        assertThat(browser.get("/agent").location()).isEqualTo("/agent/guichet");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_sentence_and_keep_the_name() {
        var wrong =
                browser.get(browser.signIn("charcot-5", "malvenue").location().split("#", 2)[0]);
        var unknown =
                browser.get(browser.signIn("charcot-99", "bienvenue").location().split("#", 2)[0]);
        assertThat(wrong.body())
                .contains("Ce nom et ce mot de passe ne vont pas ensemble.", "value=\"charcot-5\"")
                .doesNotContain("malvenue");
        assertThat(unknown.body()).contains("Ce nom et ce mot de passe ne vont pas ensemble.", "value=\"charcot-99\"");
        assertThat(browser.get("/agent").location()).isEqualTo("/agent/connexion");
    }

    @Test
    void after_ten_wrong_tries_a_name_waits_where_they_came_from_and_nowhere_else() {
        tryInVain("203.0.113.9", Limits.SIGN_IN_TRIES_MAX);
        var there = browser.from("203.0.113.200").signIn("charcot-5", "bienvenue");
        assertThat(browser.get(there.location().split("#", 2)[0]).body()).contains("Attendez 10 minutes");
        assertThat(browser.from("198.51.100.7").signIn("charcot-5", "bienvenue").location())
                .isEqualTo("/agent");
        world.clock().set(World.START.plus(Duration.ofMinutes(10)));
        assertThat(browser.from("203.0.113.9").signIn("charcot-5", "bienvenue").location())
                .isEqualTo("/agent");
    }

    @Test
    @Timeout(60)
    void whoever_tried_too_often_waits_for_no_turn() throws Exception {
        tryInVain("203.0.113.9", Limits.SIGN_IN_TRIES_MAX);
        var turns = world.get(PasswordTurns.class);
        var before = Thread.startVirtualThread(() -> turns.take(this::await));
        var answer = browser.from("203.0.113.9").signIn("charcot-5", "bienvenue");
        assertThat(browser.get(answer.location().split("#", 2)[0]).body()).contains("Attendez 10 minutes");
        end();
        before.join();
    }

    private void tryInVain(String address, int times) {
        var knock = new Knock(World.AUTHORITY, new Source(Network.address(address)));
        for (int i = 0; i < times; i++) {
            world.get(Tries.class).begin(knock, "charcot-5");
        }
    }

    @Test
    @Timeout(60)
    void while_many_passwords_are_checked_one_more_is_told_so_at_once_and_counts_for_nothing() throws Exception {
        var turns = world.get(PasswordTurns.class);
        var checked = new AtomicInteger();
        var people = IntStream.range(0, Limits.SIGN_INS_AT_ONCE_MAX)
                .mapToObj(_ -> Thread.startVirtualThread(() -> turns.take(() -> {
                    checked.incrementAndGet();
                    return await();
                })))
                .toList();
        while (!people.stream().allMatch(it -> it.getState() == Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
        assertThat(checked).as("one at a time").hasValue(1);
        for (int i = 0; i <= Limits.SIGN_IN_TRIES_MAX; i++) {
            var refused = browser.signIn("charcot-5", "bienvenue");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("60");
            assertThat(refused.header("Cache-Control")).contains("no-store");
            assertThat(refused.body())
                    .contains("Beaucoup de guichets s’ouvrent en ce moment.", "value=\"charcot-5\"")
                    .doesNotContain("bienvenue");
        }
        end();
        for (var each : people) {
            each.join();
        }
        assertThat(browser.signIn("charcot-5", "bienvenue").location()).isEqualTo("/agent");
    }

    private boolean await() {
        try {
            over.await();
            return true;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void a_very_long_name_and_password_are_as_wrong_as_any() {
        assertThat(browser.signIn("x".repeat(2_000), "é".repeat(2_000)).location())
                .startsWith("/agent/connexion?s=")
                .hasSizeLessThan(2_000);
    }

    @Test
    void a_form_without_its_token_is_refused() {
        browser.signIn("charcot-5", "bienvenue");
        assertThat(browser.postWithoutToken("/agent/guichet", "guichet", "5").status())
                .isEqualTo(403);
        assertThat(browser.postWithoutToken("/agent/guichet", "guichet", "5", "_csrf", "x")
                        .status())
                .isEqualTo(403);
        assertThat(browser.get("/agent").location()).isEqualTo("/agent/guichet");
    }

    @Test
    void a_form_sent_after_the_session_ended_is_led_to_the_door_with_a_word() {
        assertThat(browser.postWithoutToken("/agent/appel").location()).isEqualTo("/agent/connexion?fini=1");
        assertThat(browser.get("/agent/connexion?fini=1").body()).contains("Le guichet s’est fermé");
    }

    @Test
    void nobody_has_a_session_before_signing_in_whatever_is_asked_or_sent() {
        assertThat(List.of(
                        browser.get("/agent/connexion"),
                        browser.get("/agent/connexion?fini=1"),
                        browser.get("/agent"),
                        browser.post("/agent/appel"),
                        browser.post("/agent/deconnexion"),
                        browser.signIn("charcot-5", "malvenue")))
                .extracting(it -> it.header("Set-Cookie"))
                .containsOnly("");
    }

    @Test
    void nobody_is_signed_in_by_a_form_of_another_site() {
        var form = Map.of("nom", "charcot-5", "mot-de-passe", "bienvenue");
        var elsewhere = world.visitor().post("/agent/connexion", form, "cross-site");
        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(elsewhere.response().headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(world.visitor().post("/agent/connexion", form).location()).isEqualTo("/agent");
    }

    @Test
    void closing_the_counter_ends_the_session() {
        var agent = StaffBrowser.at(world, 5);
        agent.get("/agent");
        var closed = agent.post("/agent/deconnexion");
        assertThat(closed.location()).isEqualTo("/agent/connexion");
        assertThat(closed.header("Clear-Site-Data")).isEqualTo("\"cache\"");
        assertThat(agent.get("/agent").location()).isEqualTo("/agent/connexion");
    }

    @Test
    void nothing_of_the_staff_s_pages_is_kept_by_a_browser() {
        assertNothingKept(browser.get("/agent"));
        assertNothingKept(browser.get("/agent/connexion"));
        var agent = StaffBrowser.at(world, 5);
        for (var path : new String[] {"/agent", "/agent/guichet", "/agent/a-prevenir", "/agent/nothing"}) {
            assertNothingKept(agent.get(path));
        }
        assertNothingKept(agent.post("/agent/guichet", "guichet", "99"));
    }

    private static void assertNothingKept(StaffBrowser.Answer answer) {
        assertThat(answer.whole().headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void whoever_signs_in_in_the_session_of_another_is_asked_for_the_counter() {
        var agents = StaffBrowser.at(world, 5);
        assertThat(agents.get("/agent").status()).isEqualTo(200);
        assertThat(agents.signIn("charcot-6", "bienvenue").location()).isEqualTo("/agent");
        assertThat(agents.get("/agent").location()).isEqualTo("/agent/guichet");
    }

    @Test
    void the_cookie_is_for_these_pages_only_and_for_no_script_or_other_site() {
        assertThat(browser.signIn("charcot-5", "bienvenue").header("Set-Cookie"))
                .startsWith("agent=")
                .contains("Path=/agent", "HttpOnly", "SameSite=Strict");
        assertThat(browser.get("/fr").header("Set-Cookie")).isEmpty();
    }

    @Test
    void the_staff_pages_carry_the_same_headers_as_the_public_ones() {
        var own = browser.get("/agent/connexion");
        var all = browser.get("/fr");
        for (var name :
                new String[] {"Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy"
                }) {
            assertThat(own.header(name)).as(name).isNotEmpty().isEqualTo(all.header(name));
        }
    }
}
