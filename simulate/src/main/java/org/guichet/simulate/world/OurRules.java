package org.guichet.simulate.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.guichet.core.allot.Place;
import org.guichet.simulate.rules.Dice;
import org.guichet.simulate.rules.Fair;

/**
 * Windows of a week, each drawn at its end; places given in the order of ranks; a freed place goes to the next in
 * line at once; a hole goes to who stands by; while nobody is in line, whoever asks chooses a place. The reseller
 * can only ask under false names, and gives a place up when the next in line pays: as favourable to him as it can
 * be, since everybody pays who values the place at the price or more.
 */
final class OurRules implements Policy {
    private static final long RANKS_A_WEEK = 1L << 32;
    private static final long BEHIND_THE_DRAW = 1L << 31;

    private final Dice dice;
    private final Timetable timetable;
    private final Diary diary;
    private final int price;
    private final int identities;
    private final Inspector inspector;

    private final List<Asker> window = new ArrayList<>();
    private final List<Asker> returning = new ArrayList<>();
    private final List<Place> coming = new ArrayList<>();
    private final Map<Asker, Long> ranks = new HashMap<>();
    private final TreeMap<Long, Asker> line = new TreeMap<>();
    private final TreeSet<Place> free = new TreeSet<>(Comparator.comparingLong(Place::id));
    private int choices;
    private int sold;
    private long connections;

    OurRules(Dice dice, Timetable timetable, Diary diary, int price, int identities) {
        this.dice = dice;
        this.timetable = timetable;
        this.diary = diary;
        this.price = price;
        this.identities = identities;
        inspector = new Inspector(timetable);
    }

    @Override
    public void asks(Asker asker, int hour) {
        connections += asker.wish().real() ? 1 : 0;
        if (!chooses(asker, hour)) {
            window.add(asker);
        }
    }

    @Override
    public void missed(Asker holder, int hour) {
        if (!chooses(holder, hour)) {
            returning.add(holder);
        }
    }

    /** While the line is empty people choose; who comes back to the line later stands behind that week's draw. */
    private boolean chooses(Asker asker, int hour) {
        var chosen = line.isEmpty()
                ? Fair.allot(List.of(asker), later(hour)).getOrDefault(asker, List.of())
                : List.<Place>of();
        if (!chosen.isEmpty()) {
            inspector.given(asker, chosen);
            chosen.forEach(free::remove);
            ranks.put(asker, RANKS_A_WEEK * (hour / Timetable.HOURS_A_WEEK) + BEHIND_THE_DRAW + choices++);
            diary.book(asker, chosen, hour);
        }
        return !chosen.isEmpty();
    }

    @Override
    public void opens(List<Place> places, int hour) {
        coming.addAll(places);
    }

    @Override
    public void freed(Asker holder, List<Place> places, int hour) {
        line.put(rank(holder), holder);
        free.addAll(places);
        allot(hour);
    }

    @Override
    public void everyHour(int hour) {
        free.removeIf(place -> timetable.hour(place) <= hour);
        inspector.left(line.values(), free, hour);
    }

    @Override
    public void weekEnds(int week, int hour) {
        var order = new ArrayList<>(Fair.drawn(dice, week, window));
        order.addAll(returning);
        var rank = RANKS_A_WEEK * week;
        for (var asker : order) {
            ranks.put(asker, rank);
            line.put(rank++, asker);
        }
        free.addAll(coming);
        List.of(window, returning, coming).forEach(Collection::clear);
        allot(hour);
        diary.heldByFakes().toList().forEach(booking -> sell(booking, hour));
    }

    private void allot(int hour) {
        give(Fair.allot(line.values(), later(hour)), hour);
        var soon = new ArrayList<>(free);
        soon.removeAll(later(hour));
        var near =
                line.values().stream().filter(it -> it.wish().reach().standby()).toList();
        give(Fair.allot(near, soon), hour);
    }

    // The service offers a freed place until four hours before it; here whoever comes on the same day must stand by.
    private List<Place> later(int hour) {
        return free.stream()
                .filter(it -> timetable.day(it) > hour / Timetable.HOURS_A_DAY)
                .toList();
    }

    private void give(Map<Asker, List<Place>> given, int hour) {
        given.forEach((asker, places) -> {
            inspector.given(asker, places);
            places.forEach(free::remove);
            leaves(asker);
            diary.offer(asker, places, hour);
        });
    }

    private void leaves(Asker asker) {
        line.remove(rank(asker));
        connections += asker.wish().real() ? 1 : 0;
    }

    private long rank(Asker asker) {
        return Objects.requireNonNull(ranks.get(asker), "only who was drawn is given places");
    }

    private void sell(Booking booking, int hour) {
        var place = booking.places().getFirst();
        nextFor(place, hour).filter(next -> next.wish().value() >= price).ifPresent(next -> {
            diary.free(booking);
            leaves(next);
            diary.book(next, List.of(place), hour);
            sold++;
        });
    }

    private Optional<Asker> nextFor(Place place, int hour) {
        return line.values().stream()
                .filter(it -> it.persons() == 1 && it.accepts(place) && it.inTime(place, hour))
                .findFirst();
    }

    @Override
    public Optional<Asker> standsBy(Place place) {
        var next = nextFor(place, timetable.hour(place)).filter(it -> it.wish().real());
        next.ifPresent(this::leaves);
        return next;
    }

    @Override
    public boolean isKept(Place place) {
        return false;
    }

    @Override
    public Trade trade() {
        return new Trade(price, identities, sold);
    }

    @Override
    public long connections() {
        return connections;
    }

    @Override
    public Promises promises() {
        return inspector.promises(diary.heldTwice());
    }
}
