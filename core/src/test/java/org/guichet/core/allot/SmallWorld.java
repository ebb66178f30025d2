package org.guichet.core.allot;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A few places in two centres, a few requests, and what is said of both. */
record SmallWorld(Stock stock, List<Turn> line, int percent) {
    static final Duration SPAN = Duration.ofMinutes(30);

    /** A Thursday, a Friday and the Monday after. */
    static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2021, 4, 22), LocalDate.of(2021, 4, 23), LocalDate.of(2021, 4, 26));

    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final List<Together> WAYS = List.of(Together.values());
    private static final List<String> CENTRES = List.of("charcot", "loire");

    /** What may happen in a random world. */
    record Kind(boolean hasGroups, boolean hasTiers, boolean hasPrecedence) {
        static final Kind SINGLES = new Kind(false, false, false);
        static final Kind TIERS = new Kind(false, true, false);
        static final Kind GROUPS = new Kind(true, true, false);
        static final Kind ALL = new Kind(true, true, true);
    }

    static Place charcot(int counter, int span) {
        return place("charcot", counter, 0, span);
    }

    static Place loire(int counter, int span) {
        return place("loire", counter, 0, span);
    }

    static Place place(String centre, int counter, int day, int span) {
        var start = DAYS.get(day).atTime(NINE).plus(SPAN.multipliedBy(span)).toInstant(ZoneOffset.UTC);
        var id = CENTRES.indexOf(centre) * 1000 + day * 100 + counter * 10L + span;
        return new Place(id, centre, counter, start, start.plus(SPAN), DAYS.get(day));
    }

    /** Tells the seed, and then one world after another. */
    static void forEach(int worlds, long seed, Kind kind, Consumer<SmallWorld> what) {
        System.out.println("%d worlds of %s from seed %d".formatted(worlds, kind, seed));
        var random = new Random(seed);
        for (var i = 0; i < worlds; i++) {
            var world = random(kind, random);
            try {
                what.accept(world);
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError("world %d: %s".formatted(i, Lines.text(world.input()::tell)), wrong);
            }
        }
    }

    static SmallWorld random(Kind kind, Random random) {
        var places = new ArrayList<Place>();
        var days = 1 + random.nextInt(DAYS.size());
        for (var centre : CENTRES) {
            for (var counter = 1; counter <= 3; counter++) {
                for (var span = 0; span < days * 3; span++) {
                    if (random.nextInt(3) == 0) {
                        places.add(place(centre, counter, span % days, span / days));
                    }
                }
            }
        }
        places.add(charcot(4, 0));
        var stock = Stock.of(places);
        var line = IntStream.range(0, 4 + random.nextInt(8))
                .mapToObj(i -> turn("r" + i, stock, kind, random))
                .toList();
        return new SmallWorld(stock, line, random.nextInt(70));
    }

    static Turn turn(String label, Stock stock, Kind kind, Random random) {
        var acceptable = wish(stock, random);
        var preferred = kind.hasTiers() && random.nextInt(3) > 0
                ? new Wish(acceptable.centres, acceptable.times.and(wish(stock, random).times))
                : acceptable;
        return new Turn(
                label,
                kind.hasGroups() && random.nextBoolean() ? 2 + random.nextInt(2) : 1,
                WAYS.get(random.nextInt(WAYS.size())),
                kind.hasPrecedence() ? Math.max(0, random.nextInt(5) - 2) : 0,
                preferred,
                acceptable);
    }

    private static Wish wish(Stock stock, Random random) {
        var where = random.nextInt(3);
        var scarce = random.nextInt(4);
        return stock.wish(
                it -> where == 2 || it.equals(CENTRES.get(where)), _ -> scarce == 0 || random.nextInt(1 + scarce) == 0);
    }

    /** The same world in which one request says something else. */
    SmallWorld with(int index, Turn other) {
        var changed = new ArrayList<>(line);
        changed.set(index, other);
        return new SmallWorld(stock, changed, percent);
    }

    Input input() {
        return new Input(stock, Quotas.percent(stock, percent), line);
    }

    Outcome outcome() {
        return TieredDictatorship.allot(input());
    }
}
