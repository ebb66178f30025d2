package org.guichet.app.appointment;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;

/** Requests of every kind: alone and in groups, with wishes and without, some with precedence. */
record RandomRequests(World world, Random random) {
    private static final List<String> CENTRES = List.of("charcot", "loire");

    Request ask(int number) {
        var persons = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
        var together = List.of(Together.values()).get(random.nextInt(3));
        var people = IntStream.range(0, persons)
                .mapToObj(it -> World.somebody(10 * number + it))
                .toArray(Applicant[]::new);
        var request = world.register(World.application(wishes(), together, people));
        if (random.nextInt(5) == 0) {
            grantPrecedence(request, random.nextBoolean() ? "juge" : "age");
        }
        return request;
    }

    void grantPrecedence(Request request, String legalClass) {
        world.jdbc()
                .sql("insert into precedence_claim (authority_id, claim_id, request_id, pool, legal_class, seen_at,"
                        + " seen_by, decided_at, decided_by, granted)"
                        + " values (?, gen_random_uuid(), ?, ?, ?, now(), 'one', now(), 'another', true)")
                .params(World.AUTHORITY.value(), request.id().value(), World.POOL, legalClass)
                .update();
    }

    Wishes wishes() {
        var moments = random.nextBoolean() ? Moments.ALL : new Moments(1 + random.nextInt((1 << 10) - 1));
        var preferred = random.nextBoolean() ? Moments.ALL : Moments.half(random.nextBoolean());
        var impossible = random.nextInt(4) > 0
                ? List.<Wishes.Days>of()
                : List.of(new Wishes.Days(LocalDate.of(2021, 4, 1), LocalDate.of(2021, 4, 22)));
        return new Wishes(centres(), moments, centres(), preferred, impossible);
    }

    private List<String> centres() {
        return random.nextBoolean() ? List.of() : List.of(CENTRES.get(random.nextInt(2)));
    }
}
