package org.guichet.app.closure;

import java.util.List;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.appointment.HoldRun;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.registration.Request;

/** Charcot, with four of the six places of the world, closes on Thursday 22 April. */
final class Strike {
    private static final String CLOSURE = """

            closures:
              - centre: charcot
                from: 2021-04-22
                until: 2021-04-22
                reason: { fr: Une fuite d’eau, en: A water leak, ar: تسرب مياه }
            """;

    private final World world = World.fresh();

    World world() {
        return world;
    }

    List<Request> sevenInLine() {
        var all = sevenDrawn();
        world.jobs();
        return all;
    }

    /** Ranked, at the moment of the first run, which nobody has held yet. */
    List<Request> sevenDrawn() {
        var all = IntStream.range(0, 7)
                .mapToObj(i -> world.register(World.somebody(i)))
                .toList();
        world.goTo("2021-04-12T00:00:01");
        world.goTo("2021-04-12T12:00:01");
        world.clock().set(World.paris("2021-04-12T16:00:01"));
        return all;
    }

    /** Holds the run that is due; how often it was held by then. */
    int hold() {
        var open = open();
        world.get(HoldRun.class)
                .hold(World.AUTHORITY, open, open.procedure(World.POOL).orElseThrow());
        return world.count("allotment_run where pool = 'famille' and due_at = '2021-04-12 14:00Z'");
    }

    FollowRules.Followed follow(Catalogue catalogue) {
        return world.get(FollowRules.class).follow(World.AUTHORITY, catalogue, World.POOL);
    }

    Catalogue open() {
        return world.get(Catalogues.class).of(World.AUTHORITY);
    }

    static Catalogue closed() {
        return World.rules(text -> text.substring(0, text.indexOf("closures:")) + CLOSURE.strip());
    }

    /** Counter 6 of Charcot receives nobody any more. */
    static Catalogue withoutCounterSix() {
        return World.rules(text -> text.replace("[5, 6]", "[5]"));
    }

    /** Counter 7 of Charcot receives too. */
    static Catalogue withCounterSeven() {
        return World.rules(text -> text.replace("[5, 6]", "[5, 6, 7]"));
    }

    /** Charcot receives on Thursday 27 May in the place of 22 April. */
    static Catalogue openInMay() {
        return World.rules(text -> text.replace("2021-04-22", "2021-05-27"));
    }

    /** The counters of Charcot begin a quarter of an hour later. */
    static Catalogue aQuarterLater() {
        return World.rules(text -> text.replace("14:00-15:00", "14:15-15:15"));
    }

    List<Offer> live() {
        return world.get(Offers.class).live(World.AUTHORITY, World.POOL);
    }

    int closedOffers() {
        return world.count("offer where state in ('CLOSED', 'RETRACTED')");
    }

    int notices() {
        return world.count("notice where kind = 'closed'");
    }

    /** How many rows of each thing that a closure touches. */
    List<Integer> everything() {
        return List.of(
                world.count("offer"),
                closedOffers(),
                world.count("place"),
                world.count("place where withdrawn_at is null"),
                world.count("holding where released_at is null"),
                world.count("commitment"),
                world.count("leaf"),
                world.count("notice"));
    }
}
