package org.guichet.app.closure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.CatalogueFile;
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
        var all = IntStream.range(0, 7)
                .mapToObj(i -> world.register(World.somebody(i)))
                .toList();
        world.drawAndRun();
        return all;
    }

    FollowRules.Followed follow(Catalogue catalogue) {
        return world.get(FollowRules.class).follow(World.AUTHORITY, catalogue, World.POOL);
    }

    Catalogue open() {
        return world.get(Catalogues.class).of(World.AUTHORITY);
    }

    static Catalogue closed() {
        try (var file = Objects.requireNonNull(World.class.getResourceAsStream("/world.yaml"))) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            var rules = text.substring(0, text.indexOf("closures:")) + CLOSURE.strip();
            return ((CatalogueFile.Reading.Good) CatalogueFile.read(rules)).catalogue();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
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
