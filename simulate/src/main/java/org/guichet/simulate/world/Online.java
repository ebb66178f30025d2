package org.guichet.simulate.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.guichet.core.allot.Place;
import org.guichet.simulate.rules.Dice;
import org.guichet.simulate.rules.Dice.About;
import org.guichet.simulate.rules.Fair;
import org.guichet.simulate.rules.Reseller;

/**
 * First come, first served, on line. Every place that appears is raced for: first by the bot, if the reseller is
 * active, then by those who are looking at that hour, the faster connection with the better chance. Each person of a
 * family needs a booking; they take places together if there are any, else whatever they find. Nobody is called for
 * a hole.
 */
final class Online implements Policy {
    private static final Comparator<Place> IN_TIME = Comparator.comparingLong(Place::id);
    private static final int SALE = 5;
    private static final int KEYS = 1 << 20;

    private final Dice dice;
    private final Timetable timetable;
    private final Diary diary;
    private final Reseller reseller;
    private final Releases releases;
    private final int price;

    private final List<List<Place>> due;
    private final List<Asker> looking = new ArrayList<>();
    private final TreeSet<Place> open = new TreeSet<>(IN_TIME);
    private final TreeSet<Place> stock = new TreeSet<>(IN_TIME);
    private final Set<Place> kept = new HashSet<>();
    private int appeared;
    private int booked;
    private int sold;
    private long connections;

    /**
     * When places appear: all of a week at an hour that everybody knows and freed ones at once, or any at any hour.
     */
    enum Releases {
        AT_A_KNOWN_HOUR,
        AT_RANDOM
    }

    Online(Dice dice, Timetable timetable, Diary diary, Reseller reseller, Releases releases, int price) {
        this.dice = dice;
        this.timetable = timetable;
        this.diary = diary;
        this.reseller = reseller;
        this.releases = releases;
        this.price = price;
        due = IntStream.rangeClosed(0, timetable.hours() + Timetable.HOURS_A_WEEK)
                .<List<Place>>mapToObj(_ -> new ArrayList<>())
                .toList();
    }

    @Override
    public void asks(Asker asker, int hour) {
        looking.add(asker);
    }

    @Override
    public void opens(List<Place> places, int hour) {
        places.forEach(place -> appears(place, hour, Timetable.HOURS_A_WEEK));
    }

    @Override
    public void freed(Asker holder, List<Place> places, int hour) {
        places.forEach(place -> appears(place, hour, Timetable.HOURS_A_DAY));
    }

    @Override
    public void missed(Asker holder, int hour) {
        // Keeps looking, like everybody.
    }

    /** Within so many hours, if places appear at random. */
    private void appears(Place place, int hour, int within) {
        var wait = releases == Releases.AT_RANDOM ? dice.below(within, About.HOUR, place.id(), ++appeared) : 0;
        due.get(hour + wait).add(place);
    }

    @Override
    public void everyHour(int hour) {
        if (hour % Timetable.HOURS_A_DAY == 0) {
            looking.removeIf(Asker::isDone);
            connections += looking.stream()
                    .filter(Asker::waits)
                    .mapToInt(it -> it.wish().channel().connectionsADay())
                    .sum();
        }
        open.removeIf(place -> timetable.hour(place) <= hour);
        stock.stream().filter(place -> timetable.hour(place) <= hour).forEach(kept::add);
        stock.removeAll(kept);
        due.get(hour).stream().filter(place -> timetable.hour(place) > hour).forEach(place -> race(place, hour));
        due.get(hour).clear();
        look(hour);
        if (hour % Timetable.HOURS_A_DAY == SALE) {
            sell(hour);
        }
    }

    private void race(Place place, int hour) {
        if (price > 0 && dice.happens(reseller.wins(), About.BOT_WINS, place.id(), hour)) {
            stock.add(place);
            booked++;
        } else {
            open.add(place);
        }
    }

    /** Those who look at this hour take what they find, the faster ones first. */
    private void look(int hour) {
        if (open.isEmpty()) {
            return;
        }
        var known = releases == Releases.AT_A_KNOWN_HOUR && hour % Timetable.HOURS_A_WEEK == 0;
        var order = IntStream.range(0, looking.size())
                .filter(i -> looking.get(i).waits() && (known || looks(looking.get(i), hour)))
                .mapToLong(i -> (long) dice.below(
                                        KEYS, About.RACE, looking.get(i).wish().id(), hour)
                                / looking.get(i).wish().channel().connectionsADay()
                                * KEYS
                        + i)
                .sorted()
                .toArray();
        for (var key : order) {
            if (open.isEmpty()) {
                return;
            }
            take(looking.get((int) (key % KEYS)), hour);
        }
    }

    private boolean looks(Asker asker, int hour) {
        var chance = asker.wish().channel().connectionsADay();
        return dice.below(Timetable.HOURS_A_DAY, About.ONLINE, asker.wish().id(), hour) < chance;
    }

    private void take(Asker asker, int hour) {
        var suitable = suitable(asker, open, hour);
        var together = together(asker, suitable);
        var found = together.isEmpty() ? suitable.subList(0, Math.min(asker.missing(), suitable.size())) : together;
        open.removeAll(found);
        book(asker, found, together.isEmpty(), hour);
    }

    /** Who values a place at the price buys, all places that are missing or none; then each is booked again. */
    private void sell(int hour) {
        for (var asker : stock.isEmpty() ? List.<Asker>of() : looking) {
            var suitable =
                    asker.waits() && asker.wish().value() >= price ? suitable(asker, stock, hour) : List.<Place>of();
            if (!suitable.isEmpty() && suitable.size() >= asker.missing()) {
                var together = together(asker, suitable);
                var sale = together.isEmpty() ? suitable.subList(0, asker.missing()) : together;
                var rebooked =
                        sale.stream().filter(place -> isRebooked(place, hour)).toList();
                sale.forEach(stock::remove);
                open.addAll(sale);
                rebooked.forEach(open::remove);
                book(asker, rebooked, together.isEmpty() || rebooked.size() < sale.size(), hour);
                sold += rebooked.size();
            }
        }
    }

    /** At random hours the place has to be won again. */
    private boolean isRebooked(Place place, int hour) {
        return dice.happens(reseller.rebooks(), About.REBOOKED, place.id(), hour)
                && (releases == Releases.AT_A_KNOWN_HOUR
                        || dice.happens(reseller.wins(), About.REBOOKED, place.id(), -hour));
    }

    private void book(Asker asker, List<Place> places, boolean apart, int hour) {
        if (apart) {
            places.forEach(place -> diary.book(asker, List.of(place), hour));
        } else {
            diary.book(asker, places, hour);
        }
    }

    private static List<Place> suitable(Asker asker, Collection<Place> places, int hour) {
        return places.stream()
                .filter(place -> asker.accepts(place) && asker.inTime(place, hour))
                .toList();
    }

    /** Places as the family wants them; of a person alone, the preferred place. */
    private static List<Place> together(Asker asker, List<Place> suitable) {
        return asker.missing() < asker.persons() || suitable.size() < asker.persons()
                ? List.of()
                : Fair.allot(List.of(asker), suitable).getOrDefault(asker, List.of());
    }

    @Override
    public void weekEnds(int week, int hour) {
        // Nothing happens: places appear when they appear.
    }

    @Override
    public Optional<Asker> standsBy(Place place) {
        return Optional.empty();
    }

    @Override
    public boolean isKept(Place place) {
        return kept.contains(place);
    }

    @Override
    public Trade trade() {
        return new Trade(price, booked, sold);
    }

    @Override
    public long connections() {
        return connections;
    }

    @Override
    public Promises promises() {
        return new Promises(diary.heldTwice(), 0, 0);
    }
}
