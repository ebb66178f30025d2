package org.guichet.app.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.app.Visitor;
import org.guichet.app.World;
import org.guichet.app.platform.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The one step that writes, when it cannot. */
@Timeout(300)
final class SendTest {
    private World world;
    private Visitor visitor;
    private String send = "";

    @BeforeEach
    void begin() {
        world = World.fresh();
        visitor = world.visitor();
        send = visitor.askAlone("TRAORÉ", "12AB34567").after("<form method=\"post\" action=\"");
    }

    @Test
    void when_the_database_breaks_the_page_keeps_what_was_typed_and_sends_it_again() {
        var page = new CompletableFuture<Visitor.Page>();
        world.whileNoLeafIsTaken(() -> {
            Thread.ofVirtual().start(() -> page.complete(visitor.post(send, Map.of())));
            world.awaitBlocked(1);
            world.breakBlocked();
        });
        assertThat(page.join().body()).contains("Le service est arrêté", "Vos réponses sont gardées dans cette page");
        assertSentAgain(page.join());
    }

    @Test
    void when_too_many_send_the_page_keeps_what_was_typed_and_sends_it_again() throws InterruptedException {
        var crowd = new ArrayList<Thread>();
        var page = new CompletableFuture<Visitor.Page>();
        world.whileNoLeafIsTaken(() -> {
            for (int writer = 1; writer <= Limits.WRITING_AT_ONCE_MAX; writer++) {
                var first = World.somebody(-writer);
                crowd.add(Thread.ofVirtual().start(() -> world.register(first)));
                world.awaitBlocked(writer);
            }
            IntStream.range(0, Limits.WAITING_TO_BE_WRITTEN_MAX)
                    .forEach(i -> crowd.add(Thread.ofVirtual().start(() -> world.register(World.somebody(i)))));
            crowd.forEach(SendTest::awaitWaiting);
            page.complete(visitor.post(send, Map.of()));
        });
        for (var each : crowd) {
            each.join();
        }
        assertThat(page.join().body()).contains("Beaucoup de personnes envoient en ce moment");
        assertSentAgain(page.join());
        assertThat(world.count("request")).isEqualTo(crowd.size() + 1);
    }

    @Test
    void once_it_is_sent_the_history_of_the_browser_shows_its_answers_to_nobody() {
        var check = send.replace("/envoi?", "/verification?");
        var pages = Stream.of("verification", "qui", "personne-1", "document-1", "ou", "moments", "joindre", "place")
                .map(it -> send.replace("/envoi?", "/" + it + "?"))
                .toList();
        assertThat(visitor.get(check).body()).contains("TRAORÉ");
        assertThat(visitor.get(pages.get(2)).body()).contains("TRAORÉ");
        var receipt = visitor.post(send, Map.of()).location();
        for (var page : pages) {
            assertThat(visitor.get(page).status()).as(page).isEqualTo(303);
            assertThat(visitor.get(page).location())
                    .as("of whose answer was lost, from " + page)
                    .startsWith("/fr/recu?deja=1&k=")
                    .isNotEqualTo(receipt);
        }
        assertThat(visitor.get(visitor.get(check).location()).body())
                .contains("Vous aviez déjà envoyé cette demande")
                .doesNotContain("TRAORÉ");
    }

    @Test
    void who_ends_at_a_shared_computer_is_told_what_to_clear_and_the_browser_too() {
        for (var language : Map.of("fr", "Effacez l’historique", "en", "Clear the history", "ar", "سجل هذا المتصفح")
                .entrySet()) {
            var page = visitor.get("/" + language.getKey() + "/termine");
            assertThat(page.body()).contains(language.getValue());
            assertThat(page.response().headers().firstValue("Clear-Site-Data")).contains("\"cache\"");
        }
    }

    private void assertSentAgain(Visitor.Page page) {
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.response().headers().firstValue("Retry-After")).contains("60");
        var sent = visitor.post(page.after("<form method=\"post\" action=\""), Map.of());
        assertThat(sent.location()).startsWith("/fr/recu?k=");
    }

    // It may wait for other things on its way there.
    private static void awaitWaiting(Thread thread) {
        while (thread.isAlive() && !isWaitingForOthers(thread)) {
            Thread.onSpinWait();
        }
    }

    private static boolean isWaitingForOthers(Thread thread) {
        return thread.getState() == Thread.State.WAITING
                && Stream.of(thread.getStackTrace())
                        .anyMatch(it -> it.getClassName().endsWith(".GroupCommit"));
    }
}
