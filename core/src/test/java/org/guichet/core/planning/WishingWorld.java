package org.guichet.core.planning;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guichet.core.allot.Given;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.Place;
import org.guichet.core.allot.Quotas;
import org.guichet.core.allot.Stock;
import org.guichet.core.allot.TieredDictatorship;
import org.guichet.core.allot.Together;
import org.guichet.core.allot.Turn;

/**
 * An invented line whose people do not accept every place, and crowd where there are few: a large centre, two smaller
 * ones, one with a place in each half of the week, and one with a place every second week. Who gets which place is
 * decided by the allotment, week after week; some give up, and some places do not come about.
 */
final class WishingWorld {
    static final int FUTURE = 60;

    private static final LocalDate MONDAY = LocalDate.of(2021, 4, 19);
    private static final int PAST = 12;
    private static final int LINE = 400;
    private static final int HALVES = 2;
    private static final int CENTRES = 5;
    private static final int RARE = CENTRES - 1;
    private static final int NOON = 12;

    /** Of ten people so many wish so, and of eleven who want one centre so many want that one. */
    private static final List<Wish> WISHES = IntStream.of(0, 0, 0, 0, 1, 1, 1, 1, 2, 2)
            .mapToObj(it -> Wish.values()[it])
            .toList();

    private static final int[] WANTED = {0, 1, 1, 2, 2, 2, 2, 3, 3, RARE, RARE};

    enum Wish {
        ANYTHING,
        ONE_CENTRE,
        HALF_OF_THE_DAY
    }

    /** Somebody who waits, by the place in the line. */
    private record Waiting(int number, Wish wish, List<Integer> kinds) {
        boolean accepts(String centre) {
            return kinds.stream().anyMatch(it -> centre.equals(centre(it)));
        }

        boolean accepts(int hour) {
            return kinds.stream().anyMatch(it -> hour == hour(it));
        }
    }

    /** The same, served one day. */
    record Person(int number, Wish wish, List<Integer> suit, LocalDate served) {
        int[] kinds() {
            return ints(suit);
        }
    }

    private final Random random;
    private final double lost;
    private final double givesUp;
    private final int[] sizes;
    private final List<Double> yields = new ArrayList<>();
    private final List<Waiting> line;
    private final List<Person> people = new ArrayList<>();
    private long gone;

    WishingWorld(long seed) {
        random = new Random(seed);
        lost = 0.02 + 0.25 * random.nextDouble();
        givesUp = 0.03 * random.nextDouble();
        sizes = new int[] {8 + random.nextInt(8), 3 + random.nextInt(5), 1 + random.nextInt(3), 1};
        line = IntStream.range(0, LINE).mapToObj(this::somebody).toList();
        var planned = HALVES * IntStream.of(sizes).sum();
        for (var week = 0; week < PAST; week++) {
            yields.add(come(planned) / (double) planned);
            gone += IntStream.range(0, LINE).filter(_ -> givesUp()).count();
        }
        live();
    }

    private Waiting somebody(int number) {
        var wish = WISHES.get(random.nextInt(WISHES.size()));
        var centre = WANTED[random.nextInt(WANTED.length)];
        var half = random.nextInt(HALVES);
        var kinds = IntStream.of(everything()).filter(kind -> switch (wish) {
            case ANYTHING -> true;
            case ONE_CENTRE -> kind / HALVES == centre;
            case HALF_OF_THE_DAY -> kind % HALVES == half;
        });
        return new Waiting(number, wish, kinds.boxed().toList());
    }

    private void live() {
        var waiting = new ArrayList<>(line);
        for (var week = 0; week < FUTURE; week++) {
            var monday = MONDAY.plusWeeks(week);
            var served = serve(waiting, places(week, monday));
            for (var each : waiting) {
                if (served.contains(each.number)) {
                    people.add(new Person(each.number, each.wish, each.kinds, monday.plusDays(random.nextInt(5))));
                }
            }
            waiting.removeIf(it -> served.contains(it.number) || givesUp());
        }
    }

    private static Set<Integer> serve(List<Waiting> waiting, List<Place> places) {
        var stock = Stock.of(places);
        var turns = waiting.stream().map(it -> turn(it, stock)).toList();
        return TieredDictatorship.allot(new Input(stock, Quotas.none(stock), turns)).given().stream()
                .map(Given::label)
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    private static Turn turn(Waiting who, Stock stock) {
        var wish = stock.wish(
                who::accepts,
                it -> who.accepts(it.start().atZone(ZoneOffset.UTC).getHour()));
        return new Turn(String.valueOf(who.number), 1, Together.SAME_DAY, 0, wish, wish);
    }

    private List<Place> places(int week, LocalDate monday) {
        var places = new ArrayList<Place>();
        for (var kind : everything()) {
            var begin = monday.atTime(hour(kind), 0).toInstant(ZoneOffset.UTC);
            var end = begin.plus(Duration.ofHours(1));
            for (var counter = come(planned(kind, week)); counter > 0; counter--) {
                places.add(new Place(places.size(), centre(kind), counter, begin, end, monday));
            }
        }
        return places;
    }

    private int planned(int kind, int week) {
        var isRare = kind / HALVES == RARE;
        return isRare ? week % 2 * (1 - kind % HALVES) : sizes[kind / HALVES];
    }

    private int come(int planned) {
        return (int) IntStream.range(0, planned)
                .filter(_ -> random.nextDouble() >= lost)
                .count();
    }

    private boolean givesUp() {
        return random.nextDouble() < givesUp;
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static String centre(int kind) {
        return "c" + kind / HALVES;
    }

    private static int hour(int kind) {
        return kind % HALVES == 0 ? NOON - 1 : NOON + 1;
    }

    /** Every kind of places: a centre and a half of the day. */
    int[] everything() {
        return IntStream.range(0, CENTRES * HALVES).toArray();
    }

    int[][] planned() {
        return IntStream.of(everything())
                .mapToObj(kind -> IntStream.range(0, FUTURE)
                        .map(week -> planned(kind, week))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** What is planned of these kinds. */
    List<Week> plan(int[] kinds) {
        return IntStream.range(0, FUTURE)
                .mapToObj(week -> new Week(
                        MONDAY.plusWeeks(week),
                        IntStream.of(kinds).map(kind -> planned(kind, week)).sum()))
                .toList();
    }

    /** The turn of each, seated first to last. */
    float[] turns(Seating seating) {
        var turns = new float[LINE];
        line.forEach(it -> turns[it.number] = seating.seat(ints(it.kinds), 1));
        return turns;
    }

    Experience experience() {
        return new Experience(yields, gone, PAST * LINE);
    }

    List<Person> people() {
        return people;
    }
}
