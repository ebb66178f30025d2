package org.guichet.app.appointment;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.guichet.app.World;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Places;
import org.guichet.app.page.Localized;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.Requests;
import org.guichet.core.allot.Together;

/** What may happen to somebody of a line. */
record RandomSteps(World world, Random random) {
    private static final Catalogue.Closure STRIKE = new Catalogue.Closure(
            "charcot", LocalDate.of(2021, 4, 22), LocalDate.of(2021, 4, 23), Localized.same("Grève"));

    /** Some way in which a place becomes free, and is given at once. */
    void free(Request by, Offer offer) {
        if (offer.state() == Offer.State.ACCEPTED) {
            world.get(CancelAppointment.class).cancel(World.AUTHORITY, by.id());
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> world.get(Withdraw.class).withdraw(World.AUTHORITY, by.id());
            case 1 -> letPass(offer);
            default -> world.get(AnswerOffer.class).no(World.AUTHORITY, offer.id());
        }
    }

    /** Something by which no place is given. */
    void somethingElse(RequestId id) {
        var somebody = world.get(Requests.class).get(World.AUTHORITY, id);
        switch (random.nextInt(8)) {
            case 0, 1 ->
                world.offer(somebody)
                        .ifPresent(it -> world.get(AnswerOffer.class).yes(World.AUTHORITY, it.id()));
            case 2 ->
                world.get(ChangeWishes.class)
                        .change(
                                World.AUTHORITY,
                                somebody,
                                List.of(Together.values()).get(random.nextInt(3)),
                                new RandomRequests(world, random).wishes());
            case 3 ->
                world.get(Transactions.class).run(now -> world.get(Offers.class).fallAsleep(World.AUTHORITY, id, now));
            case 4 -> world.get(Wake.class).wake(World.AUTHORITY, id);
            case 5 -> inPool(somebody, this::close);
            case 6 -> inPool(somebody, this::miss);
            default -> world.get(Withdraw.class).withdraw(World.AUTHORITY, id);
        }
    }

    /** The time to answer is over, of this offer alone, whether its person was told of it or not. */
    private void letPass(Offer offer) {
        world.jdbc()
                .sql("update notice set done_at = case when ? then written_at end, tries = 0"
                        + " where request_id = ? and kind = 'offer'")
                .params(random.nextBoolean(), offer.request().value())
                .update();
        world.jdbc()
                .sql("update offer set answer_by = made_at + interval '1 microsecond' where offer_id = ?")
                .params(offer.id())
                .update();
        world.clock().set(world.clock().instant().plus(Limits.ANSWER_GRACE).plusSeconds(1));
        world.job("offers");
    }

    private void close(Offer offer) {
        world.get(CentreClosed.class)
                .end(World.AUTHORITY, offer, STRIKE, world.clock().instant());
    }

    /** Nobody came, or so it seemed. */
    private void miss(Offer offer) {
        if (offer.state() != Offer.State.ACCEPTED) {
            return;
        }
        var attendance = world.get(Attendance.class);
        var then = offer.startsAt();
        var before = attendance.absent(World.AUTHORITY, offer.id(), then).orElseThrow();
        if (random.nextBoolean()) {
            attendance.undo(World.AUTHORITY, offer.id(), before, then);
        }
    }

    private void inPool(Request request, Consumer<Offer> work) {
        world.get(Transactions.class).run(_ -> {
            world.get(Places.class).lock(World.AUTHORITY, World.POOL);
            world.offer(request).ifPresent(work);
        });
    }
}
