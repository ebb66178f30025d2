package org.guichet.app.reception;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.guichet.app.World;
import org.guichet.app.access.ActingAgent;
import org.guichet.app.access.Desk;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.platform.Columns;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Application;
import org.guichet.app.registration.Request;

/** Thursday 22 April 2021, a quarter past two at the counters of Charcot, and people with appointments. */
public final class Counters {
    public static final String TODAY = "2021-04-22";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    // A world has six places; a day at the counters needs more appointments than a run of it could give.
    private static final String APPOINTMENT = """
            insert into offer
                (authority_id, offer_id, request_id, pool, state, made_at, answer_by, ended_at, centre, starts_at,
                ends_at)
            values (?, ?, ?, ?, 'ACCEPTED', ?, ?, ?, ?, ?, ?)""";

    private final World world = World.fresh();

    public Counters() {
        world.clock().set(World.paris(TODAY + "T14:15"));
    }

    /** Three weeks earlier, when people ask: for those who are to be drawn and ranked before their day comes. */
    public World threeWeeksEarlier() {
        world.clock().set(World.START);
        return world;
    }

    public World world() {
        return world;
    }

    public <T> T get(Class<T> type) {
        return world.get(type);
    }

    public Desk desk(int counter) {
        var centre = get(Catalogues.class).of(World.AUTHORITY).centre("charcot").orElseThrow();
        var agent = new ActingAgent(World.AUTHORITY, "charcot-" + counter, "Guichet " + counter, "charcot");
        return new Desk(agent, centre, counter, PARIS);
    }

    /** An appointment at Charcot today, 14:00. */
    public UUID appointment(Applicant... persons) {
        return appointment(TODAY + "T14:00", "charcot", World.application(persons));
    }

    public UUID appointment(String local, Applicant... persons) {
        return appointment(local, "charcot", World.application(persons));
    }

    public UUID appointment(String local, String centre, Application application) {
        return appointment(local, centre, world.register(application));
    }

    public UUID appointment(String local, String centre, Request request) {
        var id = UUID.randomUUID();
        Instant starts = World.paris(local);
        var made = World.paris("2021-04-12T16:00");
        world.jdbc()
                .sql(APPOINTMENT)
                .params(
                        World.AUTHORITY.value(),
                        id,
                        request.id().value(),
                        request.pool(),
                        Columns.at(made),
                        Columns.at(made.plusSeconds(3_600)),
                        Columns.at(made.plusSeconds(60)),
                        centre,
                        Columns.at(starts),
                        Columns.at(starts.plusSeconds(1_800)))
                .update();
        return id;
    }

    /** So many appointments of one person each. */
    public List<UUID> appointments(int count) {
        var made = new ArrayList<UUID>();
        for (int i = 1; i <= count; i++) {
            made.add(appointment(World.somebody(i)));
        }
        return made;
    }

    /** Checked in and called to the counter of the desk. */
    public UUID called(Desk desk, Applicant... persons) {
        var offer = appointment(persons);
        get(CheckIn.class).checkIn(desk, offer);
        get(CallIn.class).call(desk, offer);
        return offer;
    }

    public Visit visit(UUID offer) {
        return get(Visits.class).find(World.AUTHORITY, offer).orElseThrow();
    }

    /** Lets so many virtual threads do the same at the same moment; what each of them got. */
    public static <T> List<T> atOnce(int threads, Callable<T> work) {
        var start = new CyclicBarrier(threads);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var each : running) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
