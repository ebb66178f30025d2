package org.guichet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.guichet.app.appointment.AnswerOffer;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was seen and has not changed is not sent again; what has changed is, at once. */
@Timeout(300)
final class ValidatorsTest {
    private World world;
    private Visitor visitor;

    @BeforeEach
    void begin() {
        world = World.fresh();
        visitor = world.visitor();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fr",
                "/ar/demarches/remise",
                "/fr/demarches/famille",
                "/fr/tirages",
                "/fr/interruptions",
                "/en/priorites",
                "/fr/donnees",
                "/fr/accessibilite",
                "/fr/suivi",
                "/style.css"
            })
    void a_page_for_everybody_is_sent_once_and_sets_no_cookie(String address) {
        var first = visitor.get(address);
        assertThat(first.status()).isEqualTo(200);
        var again = again(address, tag(first));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(first.response().headers().map()).doesNotContainKey("Set-Cookie");
        assertThat(again.response().headers().map()).doesNotContainKey("Set-Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fr", "/ar/demarches/remise", "/fr/tirages", "/fr/suivi", "/fr/nulle-part"})
    void who_asks_for_the_head_only_is_told_what_the_page_would_be(String address) {
        var page = visitor.get(address);
        var head = visitor.send(
                HttpRequest.newBuilder(visitor.address(address)).HEAD().header("Accept-Language", "fr"));
        assertThat(head.status()).isEqualTo(page.status());
        assertThat(head.body()).isEmpty();
        for (var header : List.of("ETag", "Content-Length")) {
            assertThat(head.response().headers().allValues(header))
                    .as(header)
                    .isEqualTo(page.response().headers().allValues(header));
        }
    }

    @Test
    void only_the_own_style_sheet_is_kept_for_ever_and_never_in_the_place_of_another_one() {
        var own = "/style.css" + visitor.get("/fr").after("href=\"/style.css");
        assertThat(cached(own)).contains("max-age=31536000", "immutable");
        for (var other : List.of("/style.css?00000000", "/style.css", own + "&x", own + "0")) {
            assertThat(cached(other)).as(other).isEqualTo("no-cache");
            assertThat(again(other, tag(visitor.get(other))).status()).as(other).isEqualTo(304);
        }
    }

    private String cached(String address) {
        return visitor.get(address)
                .response()
                .headers()
                .firstValue("Cache-Control")
                .orElse("");
    }

    @Test
    void one_s_own_page_is_sent_once_and_kept_by_nobody_else() {
        var address = address(world.register(World.AMINATA), "fr");
        var first = visitor.get(address);
        assertThat(first.response().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-cache", "private");
        assertThat(first.response().headers().map()).doesNotContainKey("Set-Cookie");
        var again = again(address, tag(first));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(tag(again)).isEqualTo(tag(first));
        assertThat(again.response().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-cache", "private");
        assertThat(again(address, "\"another\", " + tag(first)).status()).isEqualTo(304);
        assertThat(again(address, "\"another\"").status()).isEqualTo(200);
    }

    @Test
    void pages_of_two_persons_and_of_two_languages_have_different_tags() {
        var aminata = world.register(World.AMINATA);
        var lan = world.register(World.LAN);
        var tag = tag(visitor.get(address(aminata, "fr")));
        assertThat(again(address(lan, "fr"), tag).status()).isEqualTo(200);
        assertThat(again(address(aminata, "ar"), tag).status()).isEqualTo(200);
    }

    @Test
    void every_step_of_a_request_is_seen_at_once() {
        var request = world.register(World.AMINATA);
        var address = address(request, "fr");
        var tag = tag(visitor.get(address));
        tag = changed(address, tag, () -> world.goTo("2021-04-12T00:00:01"));
        tag = changed(address, tag, () -> world.goTo("2021-04-12T12:00:01"));
        tag = changed(address, tag, () -> world.goTo("2021-04-12T16:00:01"));
        tag = changed(
                address,
                tag,
                () -> world.get(AnswerOffer.class)
                        .yes(World.AUTHORITY, world.offer(request).orElseThrow().id()));
        changed(address, tag, () -> visitor.post(address.replace("/suivi?", "/suivi/retrait?"), Map.of()));
    }

    @Test
    void what_somebody_wrote_past_the_service_into_the_database_is_seen_too() {
        var request = world.register(World.AMINATA);
        var address = address(request, "fr");
        changed(
                address,
                tag(visitor.get(address)),
                () -> world.jdbc().sql("update request set at_desk = true").update());
        assertThat(world.get(Requests.class).get(World.AUTHORITY, request.id()).atDesk())
                .isTrue();
    }

    private String changed(String address, String tag, Runnable step) {
        assertThat(again(address, tag).status()).isEqualTo(304);
        step.run();
        assertThat(again(address, tag).status()).isEqualTo(200);
        return tag(complete(address));
    }

    /** The forecast comes in a moment, and with it another page. */
    private Visitor.Page complete(String address) {
        return Patience.until(
                world, () -> visitor.get(address), it -> !it.body().contains("La prévision vient dans un instant."));
    }

    private Visitor.Page again(String address, String tag) {
        return visitor.send(HttpRequest.newBuilder(visitor.address(address)).header("If-None-Match", tag));
    }

    private static String tag(Visitor.Page page) {
        return page.response().headers().firstValue("ETag").orElseThrow();
    }

    private String address(Request request, String language) {
        return "/" + language + "/suivi?k="
                + world.get(Passes.class).key(World.AUTHORITY, request.id(), Passes.Level.LINK);
    }
}
