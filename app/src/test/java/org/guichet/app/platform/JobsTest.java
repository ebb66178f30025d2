package org.guichet.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.guichet.app.DatabaseServer;
import org.guichet.app.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Jobs that lose their database in the middle of their work go on by themselves. */
@Timeout(300)
@ExtendWith(OutputCaptureExtension.class)
final class JobsTest {
    private static final String STACK_TRACE = "\tat ";
    private static final String SAID = "The database does not answer: .*disk is full";
    // Only taking up: a job whose end could not be written down would not be taken up at all for a while.
    private static final String REFUSE = """
            create function refuse() returns trigger language plpgsql as
            $$ begin raise exception 'the disk is full' using errcode = '53100'; end $$;
            create trigger refuse before update on scheduled_tasks for each row
            when (new.picked and not old.picked) execute function refuse()""";

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
    void a_job_whose_end_could_not_be_written_down_is_taken_up_again_when_the_database_is_back(CapturedOutput output)
            throws InterruptedException {
        begun.await();
        var server = new DatabaseServer(world);
        server.stop();
        try {
            goOn.countDown();
            // Its end is written down in vain, after two seconds without a connection.
            Thread.sleep(Duration.ofSeconds(3));
            while (!output.getAll().contains("The database does not answer")) {
                Thread.sleep(Duration.ofMillis(50));
            }
        } finally {
            server.start();
        }
        assertThat(output).doesNotContain(STACK_TRACE);
        while (later.get() < 3) {
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    @Test
    void jobs_that_cannot_be_taken_up_on_a_full_disk_are_no_flood_in_the_log(CapturedOutput output)
            throws InterruptedException {
        goOn.countDown();
        world.jdbc().sql(REFUSE).update();
        var began = System.nanoTime();
        try {
            // The first is said at once, the second after a second in which many were refused.
            while (said(output) < 2) {
                Thread.sleep(Duration.ofMillis(50));
            }
            Thread.sleep(Duration.ofSeconds(2));
        } finally {
            world.jdbc().sql("drop function refuse cascade").update();
        }
        var seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        assertThat(said(output)).as("once a second").isLessThanOrEqualTo(seconds + 2);
        assertThat(output).doesNotContain("Exception in thread").doesNotContain(STACK_TRACE);
        var before = later.get();
        while (later.get() <= before) {
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    private static long said(CapturedOutput output) {
        return Pattern.compile(SAID).matcher(output.getAll()).results().count();
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
