package org.guichet.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.guichet.app.platform.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whoever leaves before the answer comes, as people do whose train enters a tunnel, is no failure of ours. */
final class GoneTest {
    private static final int PATIENCE_SECONDS = 30;

    private final Logger failures = (Logger) LoggerFactory.getLogger("org.guichet.app.page.Failures");
    private final BlockingQueue<ILoggingEvent> said = new LinkedBlockingQueue<>();
    private final AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            said.add(event);
        }
    };

    private World world;

    @BeforeEach
    void begin() {
        world = World.fresh();
        ear.start();
        failures.addAppender(ear);
        failures.setLevel(Level.DEBUG);
    }

    @AfterEach
    void end() {
        failures.setLevel(null);
        failures.detachAppender(ear);
    }

    @Test
    void whoever_resets_the_connection_before_the_page_is_made_leaves_no_failure_in_the_log() throws Exception {
        world.get(Transactions.class).run(_ -> {
            world.jdbc().sql("lock table draw in access exclusive mode").update();
            var wire = new Wire(world.visitor().address("/").getPort());
            wire.send("GET /fr/tirages HTTP/1.1\r\nHost: localhost\r\n\r\n");
            world.awaitBlocked(1);
            wire.reset();
        });
        var first = Objects.requireNonNull(said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertThat(first.getLevel()).as(first.getFormattedMessage()).isEqualTo(Level.DEBUG);
        assertThat(first.getThrowableProxy()).isNull();
        assertThat(said).isEmpty();
    }
}
