package org.guichet.app.forecast;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.guichet.app.Patience;
import org.guichet.app.World;
import org.guichet.app.catalogue.Horizon;
import org.guichet.app.draw.Ranks;
import org.guichet.app.page.Language;
import org.guichet.app.registration.Application;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;

/** Thirty people were drawn and wait for four places every Monday, from 19 April to 17 May; what they are told. */
final class ThirtyWait {
    private static final String POOL = "remise";
    private static final AtomicInteger TIMES = new AtomicInteger();

    private final World world;

    ThirtyWait(World world) {
        this.world = world;
        IntStream.range(0, 30).forEach(this::ask);
        world.goTo("2021-04-05T00:00:01");
        world.goTo("2021-04-05T12:00:01");
        laterThanOtherTests();
    }

    Request ask(int person) {
        var it = World.application(World.somebody(person));
        return world.register(new Application(
                POOL, UUID.randomUUID(), Language.FR, it.persons(), it.together(), it.wishes(), it.reach()));
    }

    /** First to last. */
    List<Request> line() {
        return world.get(Ranks.class).line(World.AUTHORITY, POOL).stream()
                .map(it -> world.get(Requests.class).get(World.AUTHORITY, it.request()))
                .toList();
    }

    // The service goes on while worlds come and go, and remembers for an hour.
    void laterThanOtherTests() {
        later(Duration.ofHours(3L * TIMES.incrementAndGet()));
    }

    void later(Duration time) {
        world.clock().set(world.clock().instant().plus(time));
    }

    Told look(Request request) {
        return look(world.get(Outlooks.class), request, group(request));
    }

    Told look(Outlooks node, Request request, Horizon.Group group) {
        var rank = world.get(Ranks.class).of(World.AUTHORITY, request.id()).orElseThrow();
        var wishes = world.reload(request).wishes();
        return node.of(World.AUTHORITY, POOL, rank, group, wishes);
    }

    /** As soon as the line was read. */
    Told.Known told(Request request) {
        return told(world.get(Outlooks.class), request);
    }

    Told.Known told(Outlooks node, Request request) {
        return told(node, request, _ -> true);
    }

    /** As soon as that is what is told. */
    Told.Known told(Outlooks node, Request request, Predicate<Told.Known> expected) {
        return (Told.Known) Patience.until(
                world,
                () -> look(node, request, group(request)),
                it -> it instanceof Told.Known known && expected.test(known));
    }

    private static Horizon.Group group(Request request) {
        return new Horizon.Group(request.persons(), request.together());
    }
}
