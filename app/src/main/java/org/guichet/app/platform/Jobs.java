package org.guichet.app.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs every {@link Job} of every feature, on whichever node of the cluster is free. */
@Component
public final class Jobs implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int THREADS = 4;
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(5);

    private final DataSource dataSource;
    private final ObjectProvider<Job> jobs;
    private final boolean background;
    // A job that cannot be taken up, since that cannot be written down, ends its thread: on a full disk twenty times a
    // second.
    private final ThreadFactory threads = Thread.ofPlatform()
            .name("jobs-", 0)
            .uncaughtExceptionHandler((_, failure) -> LOG.error("A job could not be taken up", failure))
            .factory();

    private volatile List<Scheduler> running = List.of();
    private final List<ExecutorService> apart = new CopyOnWriteArrayList<>();
    private volatile boolean started;

    Jobs(DataSource dataSource, ObjectProvider<Job> jobs, Settings settings) {
        this.dataSource = dataSource;
        this.jobs = jobs;
        this.background = settings.background();
    }

    /**
     * Does at once what the jobs would do in the coming minute, in the order of the features; used where time is
     * moved.
     */
    public void runAll() {
        jobs.orderedStream().forEach(job -> job.work().run());
    }

    @Override
    public void start() {
        jobs.orderedStream()
                .filter(Job::beforeServing)
                .forEach(job -> job.work().run());
        started = true;
        if (!background) {
            return;
        }
        jobs.orderedStream().filter(Job::waitsForNone).forEach(this::doApart);
        var scheduler = Scheduler.create(dataSource)
                .startTasks(jobs.orderedStream()
                        .filter(it -> !it.waitsForNone())
                        .map(Jobs::task)
                        .toList())
                .executorService(Executors.newFixedThreadPool(THREADS, threads))
                .pollingInterval(Duration.ofMillis(500))
                // A job whose end could not be written down, since its node was killed or the database was away, is
                // taken up again after so many beats that were missed.
                .heartbeatInterval(Limits.JOB_BEATS_EVERY)
                .missedHeartbeatsLimit(Limits.JOB_BEATS_MISSED_MAX)
                .shutdownMaxWait(STOPPED_WITHIN)
                .build();
        scheduler.start();
        running = List.of(scheduler);
    }

    // On every node, since no thread of the others is waited for.
    private void doApart(Job job) {
        var thread = Executors.newSingleThreadScheduledExecutor(threads);
        var _ = thread.scheduleWithFixedDelay(() -> tryOut(job), 0, job.every().toMillis(), TimeUnit.MILLISECONDS);
        apart.add(thread);
    }

    // A database that does not answer keeps no service from stopping.
    private static void end(ExecutorService thread) {
        thread.shutdown();
        try {
            var _ = thread.awaitTermination(STOPPED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tryOut(Job job) {
        try {
            job.work().run();
        } catch (RuntimeException failure) {
            // It is done again soon.
            LOG.error("The job {} failed", job.name(), failure);
        }
    }

    @Override
    public void stop() {
        // First, so that a job with much to do sees it.
        started = false;
        running.forEach(Scheduler::stop);
        apart.forEach(Jobs::end);
        apart.clear();
        running = List.of();
    }

    /** Before the web server. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    private static RecurringTask<?> task(Job job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every()))
                .execute((_, _) -> job.work().run());
    }
}
