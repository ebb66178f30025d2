package org.guichet.core.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * An invented line: people wait in order, some give up each week, some refuse or stay silent so that their place is
 * lost or goes to the next, some do not come, and now and then a counter is closed. What happens to each person is
 * decided by itself; nothing is taken from the forecast.
 */
final class WaitingWorld {
    private static final LocalDate MONDAY = LocalDate.of(2021, 4, 19);
    private static final int PAST = 12;
    private static final int FUTURE = 150;
    private static final int LINE = 3000;

    /** Somebody who waits now, and is served one day. */
    record Person(long ahead, LocalDate served) {}

    private final Random random;
    private final int planned;
    private final double lost;
    private final double closed;
    private final double givesUp;
    private final List<Double> yields = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private long gone;
    private double waited;

    WaitingWorld(long seed) {
        random = new Random(seed);
        planned = 30 + random.nextInt(120);
        lost = 0.02 + 0.25 * random.nextDouble();
        closed = 0.15 * random.nextDouble();
        givesUp = 0.03 * random.nextDouble();
        var line = new ArrayList<>(IntStream.range(0, LINE).boxed().toList());
        for (var week = 0; week < PAST; week++) {
            waited += line.size();
            var before = line.size();
            var given = week(line);
            yields.add(given / (double) planned);
            gone += before - given - line.size();
            // The line is as long as before: others came, behind.
            IntStream.range(line.size(), LINE).forEach(_ -> line.add(-1));
        }
        var now = List.copyOf(line.subList(0, LINE / 2));
        var names = new ArrayList<>(IntStream.range(0, now.size()).boxed().toList());
        for (var week = 0; week < FUTURE && !names.isEmpty(); week++) {
            var monday = MONDAY.plusWeeks(week);
            var stillThere = new ArrayList<>(names);
            var given = week(names);
            stillThere.subList(0, Math.min(given, stillThere.size())).stream()
                    .filter(name -> name % 67 == 0)
                    .forEach(name -> people.add(new Person(name, monday.plusDays(random.nextInt(5)))));
        }
    }

    List<Week> plan() {
        return IntStream.range(0, FUTURE)
                .mapToObj(week -> new Week(MONDAY.plusWeeks(week), planned))
                .toList();
    }

    Experience experience() {
        return new Experience(yields, gone, waited);
    }

    List<Person> people() {
        return people;
    }

    /** Gives the places of a week to the first of the line, then lets some go; how many were served. */
    private int week(List<Integer> line) {
        var open = random.nextDouble() < closed ? planned / 2 : planned;
        var given = (int) IntStream.range(0, open)
                .filter(_ -> random.nextDouble() >= lost)
                .count();
        var served = Math.min(given, line.size());
        line.subList(0, served).clear();
        line.removeIf(_ -> random.nextDouble() < givesUp);
        return served;
    }
}
