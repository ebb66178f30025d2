package org.guichet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.guichet.app.asking.Answers;
import org.guichet.app.page.Seals;
import org.guichet.app.platform.Settings;
import org.guichet.app.registration.Passes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** Two nodes on one database, with nothing in either that the other would miss. */
@Timeout(300)
final class NodesTest {
    private static final int PEOPLE = 6;

    private final World world = World.fresh();
    private final Path folder = world.get(Settings.class).folder();
    private final AtomicInteger number = new AtomicInteger();
    private final Set<UUID> answered = ConcurrentHashMap.newKeySet();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    @Test
    void one_after_the_other_is_restarted_and_nobody_is_lost_and_nobody_sees_an_error() throws InterruptedException {
        try (var first = Node.start(world, folder);
                var second = Node.start(world, folder);
                var balancer = new Balancer();
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            balancer.add(first);
            balancer.add(second);
            ask(people, balancer);
            awaitAnswered(50);
            first.stop();
            awaitAnswered(answered.size() + 50);
            try (var third = Node.start(world, folder, "--guichet.leaving=0s")) {
                balancer.add(third);
                second.stop();
                awaitAnswered(answered.size() + 50);
                over = true;
                people.shutdown();
                assertThat(people.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
                awaitToldAll();
                assertThat(errors).isEmpty();
                assertThat(recorded()).containsExactlyInAnyOrderElementsOf(answered);
                assertThat(List.of(first, second, third))
                        .extracting(it -> it.letters().count())
                        .satisfies(sent -> assertThat(
                                        sent.stream().mapToInt(it -> it).sum())
                                .isEqualTo(answered.size()));
            }
        }
    }

    @Test
    void what_one_node_sealed_and_showed_the_other_knows() {
        var key = world.get(Passes.class)
                .key(World.AUTHORITY, world.register(World.AMINATA).id(), Passes.Level.LINK);
        var page = world.visitor().get("/fr/suivi?k=" + key);
        var tag = page.response().headers().firstValue("ETag").orElseThrow();
        try (var other = Node.start(world, folder, "--guichet.leaving=0s")) {
            var visitor = other.visitor();
            var again = HttpRequest.newBuilder(visitor.address("/fr/suivi?k=" + key));
            assertThat(visitor.send(again.copy()).body()).isEqualTo(page.body());
            assertThat(visitor.send(again.copy().header("If-None-Match", tag)).status())
                    .isEqualTo(304);
            world.visitor().post("/fr/suivi/retrait?k=" + key, Map.of());
            assertThat(visitor.send(again.copy().header("If-None-Match", tag)).body())
                    .contains("Votre demande est retirée");
        }
    }

    private void ask(ExecutorService people, Balancer balancer) {
        for (int person = 0; person < PEOPLE; person++) {
            people.execute(() -> {
                while (!over) {
                    try {
                        askAndLook(balancer);
                    } catch (RuntimeException broken) {
                        errors.add(broken.toString());
                    }
                }
            });
        }
    }

    private void askAndLook(Balancer balancer) {
        var submission = UUID.randomUUID();
        var sealed = world.get(Seals.class)
                .seal("answers/1/famille", JsonMapper.shared().writeValueAsString(answers(submission)));
        var sent = balancer.send(it -> it.post("/fr/demande/famille/envoi?s=" + sealed, Map.of()));
        expect(303, sent);
        if (!sent.location().startsWith("/fr/recu?k=")) {
            errors.add(sent.location());
            return;
        }
        answered.add(submission);
        expect(200, balancer.send(it -> it.get(sent.location())));
        expect(200, balancer.send(it -> it.get(sent.location().replace("/recu?", "/suivi?"))));
    }

    private void expect(int status, Visitor.Page page) {
        if (page.status() != status) {
            errors.add(page.status() + " " + page.body());
        }
    }

    private Answers answers(UUID submission) {
        var fields = Map.ofEntries(
                Map.entry("qui", "moi"),
                Map.entry("fait-qui", "1"),
                Map.entry("p1-nom", "PERSONNE"),
                Map.entry("p1-annee", "1985"),
                Map.entry("fait-personne-1", "1"),
                Map.entry("p1-document", "passeport"),
                Map.entry("p1-pays", "FR"),
                Map.entry("p1-numero", "N%09d".formatted(number.incrementAndGet())),
                Map.entry("fait-document-1", "1"),
                Map.entry("ou", "tout"),
                Map.entry("fait-ou", "1"),
                Map.entry("fait-impossible", "1"),
                Map.entry("courriel", number + "." + submission + "@example.org"),
                Map.entry("fait-joindre", "1"));
        return new Answers(submission, true, fields);
    }

    private void awaitAnswered(int count) throws InterruptedException {
        while (answered.size() < count && errors.isEmpty()) {
            Thread.sleep(Duration.ofMillis(10));
        }
    }

    private void awaitToldAll() throws InterruptedException {
        var waiting = world.jdbc().sql("select count(*) from notice where done_at is null");
        while (waiting.query(Integer.class).single() > 0) {
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    private List<UUID> recorded() {
        return world.jdbc()
                .sql("select submission from request")
                .query((row, _) -> row.getObject("submission", UUID.class))
                .list();
    }
}
