package org.guichet.app;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * As a proxy in front does it: asks each node again and again whether it is ready, sends everybody to the next of those
 * that are, and tries another one where nobody listens.
 */
final class Balancer implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(50);

    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Thread checks = Thread.startVirtualThread(this::check);
    private volatile List<Node> ready = List.of();

    /** Sends people there as soon as it is ready. */
    void add(Node node) throws InterruptedException {
        nodes.add(node);
        while (!ready.contains(node)) {
            Thread.sleep(EVERY);
        }
    }

    Visitor.Page send(Function<Visitor, Visitor.Page> work) {
        for (var tries = 0; ; tries++) {
            var now = ready;
            var node = now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
            try {
                return work.apply(node.visitor());
            } catch (UncheckedIOException failed) {
                // Nothing was sent; everything else is somebody's error page.
                if (!(failed.getCause() instanceof ConnectException) || tries == nodes.size()) {
                    throw failed;
                }
            }
        }
    }

    private void check() {
        try {
            while (true) {
                ready = nodes.stream().filter(Balancer::isReady).toList();
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isReady(Node node) {
        try {
            return node.visitor().get("/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException nobodyThere) {
            return false;
        } catch (IllegalStateException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        checks.interrupt();
    }
}
