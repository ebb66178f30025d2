package org.guichet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** What a proxy asks a node, at a port of its own. */
@Timeout(300)
final class ProbeTest {
    private final World world = World.fresh();

    @Test
    void a_node_whose_turns_are_all_taken_says_that_it_is_ready_and_one_that_leaves_says_no_while_it_still_serves()
            throws InterruptedException {
        var over = new CountDownLatch(1);
        var folder = world.get(Settings.class).folder();
        try (var node = Node.start(world, folder, "--management.server.port=0", "--guichet.leaving=60s")) {
            for (var turn = 0; turn < Limits.REQUESTS_AT_ONCE_MAX; turn++) {
                turns(node).execute(() -> await(over));
            }
            var page = CompletableFuture.supplyAsync(() -> node.visitor().get("/fr"));
            assertThat(probe(node)).isEqualTo(200);
            assertThat(page).isNotDone();
            over.countDown();
            assertThat(page.join().status()).isEqualTo(200);
            assertThat(node.visitor().get("/actuator/health").status())
                    .as("not for everybody")
                    .isEqualTo(404);

            var leaving = Thread.ofPlatform().start(node::stop);
            while (probe(node) == 200) {
                Thread.onSpinWait();
            }
            assertThat(node.visitor().get("/fr").status()).isEqualTo(200);
            leaving.interrupt();
            leaving.join();
        }
    }

    /** Zero where nobody listens. */
    private static int probe(Node node) {
        var port = node.context().getEnvironment().getProperty("local.management.port");
        try {
            return new Visitor(Integer.parseInt(Objects.requireNonNull(port)))
                    .get("/actuator/health/readiness")
                    .status();
        } catch (UncheckedIOException nobodyThere) {
            return 0;
        }
    }

    private static Executor turns(Node node) {
        var server = (TomcatWebServer)
                Objects.requireNonNull(((ServletWebServerApplicationContext) node.context()).getWebServer());
        return server.getTomcat().getConnector().getProtocolHandler().getExecutor();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
