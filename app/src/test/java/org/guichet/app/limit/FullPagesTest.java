package org.guichet.app.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.guichet.app.Visitor;
import org.guichet.app.World;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Network;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Passes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever reaches a bound reads when to try again and what else to do, and loses nothing. */
final class FullPagesTest {
    private static final String SEND = "<form method=\"post\" action=\"";
    private static final String CROWDED = "203.0.113.9";
    private static final Applicant TYPED = World.person("TRAORÉ", "", "ML", "12AB34567");

    private World world;
    private Visitor visitor;

    @BeforeEach
    void begin() {
        world = World.fresh();
        visitor = world.visitor();
    }

    @Test
    void a_crowded_network_loses_nothing_and_another_one_is_open() {
        fillNetwork();
        var send = visitor.askAlone("TRAORÉ", "12AB34567").after(SEND);
        var full = send(send, CROWDED);
        assertThat(full.status()).isEqualTo(429);
        assertThat(full.response().headers().firstValueAsLong("Retry-After")).hasValue(1801);
        assertThat(full.body()).contains("à 11:00", "01 00 00 00 00", "Vos réponses sont gardées");
        assertThat(world.count("request")).isZero();
        var again = send(full.after(SEND), "198.51.100.7");
        assertThat(again.status()).isEqualTo(303);
        assertThat(again.location()).startsWith("/fr/recu?k=");
        assertThat(world.count("request")).isEqualTo(1);
    }

    @Test
    void a_form_that_was_recorded_is_never_refused() {
        var send = visitor.askAlone("TRAORÉ", "12AB34567").after(SEND);
        send(send, "198.51.100.7");
        fillNetwork();
        assertThat(send(send, CROWDED).location()).startsWith("/fr/recu?deja=1&k=");
    }

    @Test
    void another_contact_may_be_given_instead() {
        fillContact("a@example.org");
        var send = visitor.askAlone("TRAORÉ", "12AB34567").after(SEND);
        var full = send(send, CROWDED);
        assertThat(full.status()).isEqualTo(429);
        var change = full.after("<p><a class=\"button\" href=\"");
        assertThat(change).startsWith("/fr/demande/famille/joindre?s=");
        assertThat(visitor.get(change).body()).contains("a@example.org");
        var changed = visitor.post(change, Map.of("courriel", "b@example.org"));
        var sent = visitor.get(changed.location()).after(SEND);
        assertThat(send(sent, CROWDED).location()).startsWith("/fr/recu?k=");
    }

    @ParameterizedTest
    @CsvSource({"fr, Beaucoup de demandes", "en, Many requests", "ar, طلبات كثيرة"})
    void it_is_said_in_every_language(String language, String said) {
        fillNetwork();
        var send = visitor.askAlone("TRAORÉ", "12AB34567").after(SEND).replace("/fr/", "/" + language + "/");
        assertThat(send(send, CROWDED).body()).contains("<html lang=\"" + language + "\"", said);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, 'Beaucoup de demandes pour une même personne'",
        "en, 'Many requests for one person'",
        "ar, 'طلبات كثيرة لنفس الشخص'"
    })
    void who_asks_for_one_person_again_and_again_reads_that_one_request_is_enough(String language, String said) {
        var send = visitor.askAlone("TRAORÉ", "12AB34567").after(SEND).replace("/fr/", "/" + language + "/");
        fillPerson(Limits.ASKED_FOR_PERSON_MAX);
        var full = send(send, CROWDED);
        assertThat(full.status()).isEqualTo(429);
        assertThat(full.body()).contains("<html lang=\"" + language + "\"", said, "01 00 00 00 00");
        assertThat(world.count("request")).isZero();
        assertThat(send(full.after(SEND), "198.51.100.7").status())
                .as("from another connection")
                .isEqualTo(303);
    }

    @Test
    void the_bound_for_a_person_tells_nobody_whether_that_person_stands_in_the_line() {
        var nobody = sentUntilFull();
        world = World.fresh();
        world.register(TYPED);
        assertThat(sentUntilFull()).isEqualTo(nobody).endsWith(429);
    }

    /** What is answered to one form after the other for somebody. */
    private List<Integer> sentUntilFull() {
        fillPerson(Limits.ASKED_FOR_PERSON_MAX - 2);
        return Stream.generate(() -> visitor.askAlone("TRAORÉ", "12AB34567").after(SEND))
                .limit(3)
                .map(it -> send(it, CROWDED).status())
                .toList();
    }

    @Test
    void another_address_cannot_be_made_that_of_everybody() {
        var request = world.register(World.AMINATA);
        var key = world.get(Passes.class).key(World.AUTHORITY, request.id(), Passes.Level.LINK);
        fillContact("victim@example.org");
        var page = visitor.post("/fr/suivi/joindre?k=" + key, Map.of("courriel", "victim@example.org"));
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.body()).contains("victim@example.org", "Donnez un autre moyen");
    }

    @Test
    void whoever_asks_again_and_again_for_somebody_floods_nobody() {
        for (int i = 0; i < 5; i++) {
            world.register(World.AMINATA);
        }
        assertThat(secondLetters()).isEqualTo(1);
        world.clock().set(World.START.plus(Limits.SECOND_TOLD_ONCE_WITHIN));
        world.register(World.AMINATA);
        world.register(World.AMINATA);
        assertThat(secondLetters()).isEqualTo(2);
    }

    private int secondLetters() {
        return world.jdbc()
                .sql("select count(*) from notice where kind = 'second'")
                .query(Integer.class)
                .single();
    }

    @Test
    void a_number_that_was_tried_too_often_is_answered_alike_whether_it_exists_or_not() {
        var request = world.register(World.AMINATA);
        assertThat(tryTooOften(request.number().digits())).isEqualTo(tryTooOften("482901736547"));
    }

    private String tryTooOften(String number) {
        for (int i = 0; i < Limits.BIRTH_TRIES_MAX; i++) {
            assertThat(find(number).status()).isEqualTo(303);
        }
        var page = find(number);
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.body()).contains("value=\"" + number + "\"", "jusqu’au samedi 3 avril 2021 à 10:30");
        return headers(page) + page.body().replace(number, "…");
    }

    // The server ends a connection after so many answers, whatever was asked.
    private static List<String> headers(Visitor.Page page) {
        return page.response().headers().map().keySet().stream()
                .filter(it -> !it.equalsIgnoreCase("Connection") && !it.equalsIgnoreCase("Keep-Alive"))
                .toList();
    }

    private Visitor.Page find(String number) {
        return visitor.post("/fr/suivi", Map.of("numero", number, "annee", "1950"));
    }

    private Visitor.Page send(String address, String from) {
        return visitor.send(HttpRequest.newBuilder(visitor.address(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .header("X-Forwarded-For", "8.8.8.8")
                .header("X-Forwarded-For", from)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private void fillNetwork() {
        var source = new Source(Network.address(CROWDED));
        for (int i = 0; i < Limits.ASKED_FROM_NETWORK_MAX; i++) {
            world.get(Gate.class).ask(World.AUTHORITY, source, List.of());
        }
    }

    private void fillPerson(int times) {
        var source = new Source(Network.address(CROWDED));
        for (int i = 0; i < times; i++) {
            world.get(Gate.class).ask(World.AUTHORITY, source, UUID.randomUUID(), List.of(), List.of(TYPED.identity()));
        }
    }

    private void fillContact(String contact) {
        for (int i = 0; i < Limits.ASKED_FOR_CONTACT_MAX; i++) {
            world.get(Gate.class).reach(World.AUTHORITY, List.of(contact));
        }
    }
}
