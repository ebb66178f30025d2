package org.guichet.app.choosing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.guichet.app.World;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Application;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;

/** People in front of the calendar: six places, and nobody asked before the first draw and the first run were over. */
final class Choosers {
    static final Wanted TWO_O_CLOCK = wanted("charcot", "2021-04-22T14:00");
    static final Wanted HALF_PAST = wanted("charcot", "2021-04-22T14:30");
    static final Wanted NINE_O_CLOCK = wanted("loire", "2021-04-23T09:00");

    /** A time for each of the places. */
    static final List<Wanted> ALL =
            List.of(TWO_O_CLOCK, TWO_O_CLOCK, HALF_PAST, HALF_PAST, NINE_O_CLOCK, wanted("loire", "2021-04-23T09:30"));

    /** What nobody can be given: mornings of a Monday. */
    static final Wishes NEVER = new Wishes(List.of(), Moments.of(List.of("1m")), List.of(), Moments.ALL, List.of());

    private final World world;

    Choosers(World world) {
        this.world = world;
    }

    Regime regime() {
        return world.get(Regimes.class)
                .at(World.AUTHORITY, World.POOL, world.clock().instant());
    }

    Choose.Outcome choose(Wanted wanted, Applicant... persons) {
        return choose(wanted, World.application(persons));
    }

    Choose.Outcome choose(Wanted wanted, Application application) {
        return world.get(Choose.class).choose(World.AUTHORITY, application, wanted);
    }

    /** So many of the places have a holder after this; each person has another number. */
    void fill(int places) {
        for (int i = 0; i < places; i++) {
            choose(ALL.get(i), World.somebody(i));
        }
    }

    HoldPlace.Outcome hold(Wanted wanted, Application application) {
        return world.get(HoldPlace.class).hold(World.AUTHORITY, chooser(application), wanted);
    }

    HoldPlace.Outcome hold(Wanted wanted, Applicant... persons) {
        return hold(wanted, World.application(persons));
    }

    Calendar calendar(Together together, Applicant... persons) {
        var chooser = chooser(World.application(Wishes.ANYTHING, together, persons));
        return world.get(Calendars.class).of(World.AUTHORITY, chooser).orElseThrow();
    }

    void passTime() {
        Instant later = world.clock().instant().plus(Limits.CHOSEN_HELD);
        world.clock().set(later);
    }

    int liveHoldings() {
        return world.jdbc()
                .sql("select count(*) from holding where released_at is null")
                .query(Integer.class)
                .single();
    }

    static <T> List<T> atOnce(Stream<Callable<T>> works) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        var results = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all = works.map(work -> threads.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            start.countDown();
            for (var each : all) {
                results.add(each.get());
            }
        }
        return results;
    }

    static Wanted wanted(String centre, String local) {
        return new Wanted(centre, World.paris(local));
    }

    static Chooser chooser(Application application) {
        return new Chooser(application.pool(), application.submission(), application.persons(), application.together());
    }
}
