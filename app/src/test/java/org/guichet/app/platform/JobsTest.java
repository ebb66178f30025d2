package org.guichet.app.platform;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.guichet.app.DatabaseServer;
import org.guichet.app.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Jobs that lose their database in the middle of their work go on by themselves. */
@Timeout(120)
final class JobsTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicBoolean first = new AtomicBoolean(true);
    private final AtomicInteger later = new AtomicInteger();

    private World world;
    private Jobs jobs;

    @BeforeEach
    void begin() {
        world = World.fresh();
        var beans = new StaticListableBeanFactory(Map.of("work", new Job("work", Duration.ofMillis(100), this::work)));
        var settings = new Binder(new MapConfigurationPropertySource(Map.of("guichet.background", "true")))
                .bindOrCreate("guichet", Settings.class);
        jobs = new Jobs(world.get(DataSource.class), beans.getBeanProvider(Job.class), settings);
        jobs.start();
    }

    @AfterEach
    void end() {
        jobs.stop();
    }

    @Test
    void a_job_whose_end_could_not_be_written_down_is_taken_up_again_when_the_database_is_back()
            throws InterruptedException {
        begun.await();
        var server = new DatabaseServer(world);
        server.stop();
        try {
            goOn.countDown();
            // Its end is written down in vain.
            Thread.sleep(Duration.ofSeconds(3));
        } finally {
            server.start();
        }
        while (later.get() < 3) {
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    private void work() {
        if (first.getAndSet(false)) {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        } else {
            later.incrementAndGet();
        }
    }
}
