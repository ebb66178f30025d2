package org.guichet.simulate.world;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guichet.core.allot.Place;
import org.guichet.simulate.rules.Dice;

/** The weeks of one world under one way of giving places, hour after hour. */
final class Run {
    private final Settings settings;
    private final Timetable timetable;
    private final Diary diary;
    private final Policy policy;

    private final List<Asker> everybody;
    private final Map<Lost, Integer> lost = new EnumMap<>(Lost.class);
    private final List<Integer> waiting = new ArrayList<>();
    private final Set<Place> givenUp = new HashSet<>();
    private int used;
    private int emptyWhileWaited;

    private Run(Settings settings, Timetable timetable, Diary diary, Policy policy, List<Asker> everybody) {
        this.settings = settings;
        this.timetable = timetable;
        this.diary = diary;
        this.policy = policy;
        this.everybody = everybody;
    }

    /** What becomes of everybody, if the reseller asks this price; zero is that he stays out. */
    static Result of(Dice dice, Settings settings, Rules rules, int price) {
        var timetable = new Timetable(settings);
        var diary = new Diary(dice, settings, timetable);
        var people = new People(dice, settings);
        var wishes = new ArrayList<>(people.all());
        var requests = wishes.size();
        if (rules == Rules.OURS && price > 0) {
            wishes.addAll(people.fakes(requests));
        }
        var everybody = wishes.stream().map(wish -> new Asker(wish, timetable)).toList();
        var identities = price > 0 ? requests * settings.reseller().fakes() / 100 : 0;
        var policy = switch (rules) {
            case IMMEDIATE ->
                new Online(dice, timetable, diary, settings.reseller(), Online.Releases.AT_A_KNOWN_HOUR, price);
            case RANDOM_TIMES ->
                new Online(dice, timetable, diary, settings.reseller(), Online.Releases.AT_RANDOM, price);
            case OURS -> new OurRules(dice, timetable, diary, price, identities);
        };
        return new Run(settings, timetable, diary, policy, everybody).result(rules);
    }

    private Result result(Rules rules) {
        for (var hour = 0; hour < timetable.hours(); hour++) {
            if (hour % Timetable.HOURS_A_DAY == 0) {
                dayBegins(hour);
            }
            for (var booking : diary.givenUpAt(hour)) {
                isGivenUp(booking, hour);
            }
            policy.everyHour(hour);
            for (var place : timetable.beginningAt(hour)) {
                begins(place);
            }
            if (hour % Timetable.HOURS_A_WEEK == Timetable.HOURS_A_WEEK - 1) {
                policy.weekEnds(hour / Timetable.HOURS_A_WEEK, hour);
                waiting.add(personsWaiting(hour));
            }
        }
        return new Tally(settings, timetable, everybody)
                .result(rules, new Result.Places(used, lost, emptyWhileWaited), policy, List.copyOf(waiting));
    }

    private void dayBegins(int hour) {
        var day = hour / Timetable.HOURS_A_DAY;
        var week = hour / Timetable.HOURS_A_WEEK;
        everybody.stream().filter(it -> it.wish().day() == day).forEach(it -> policy.asks(it, hour));
        if (hour % Timetable.HOURS_A_WEEK == 0 && week < settings.weeks()) {
            policy.opens(timetable.week(week + Timetable.LEAD), hour);
        }
    }

    private void isGivenUp(Booking booking, int hour) {
        var places = booking.places();
        diary.free(booking);
        givenUp.addAll(places);
        booking.asker().misses(places.size(), timetable.day(places.getFirst()));
        policy.freed(booking.asker(), places, hour);
    }

    private void begins(Place place) {
        if (timetable.day(place) < Timetable.LEAD * Timetable.DAYS) {
            return;
        }
        var day = timetable.day(place);
        var booking = diary.holder(place);
        if (booking.filter(it -> it.fate() == Booking.Fate.COMES).isPresent()) {
            used++;
            booking.orElseThrow().asker().comes(1, day);
            diary.free(place);
            return;
        }
        booking.ifPresent(it -> isMissed(it, timetable.hour(place)));
        var next = policy.standsBy(place);
        next.ifPresent(asker -> {
            used++;
            asker.books(1);
            asker.comes(1, day);
        });
        if (next.isEmpty()) {
            var cause = booking.map(it -> it.asker().wish().real() ? Lost.ABSENT : Lost.KEPT)
                    .orElseGet(() -> unheld(place));
            lost.merge(cause, 1, Integer::sum);
            emptyWhileWaited += everybody.stream().anyMatch(it -> wouldCome(it, place)) ? 1 : 0;
        }
    }

    private void isMissed(Booking booking, int hour) {
        diary.free(booking);
        booking.asker()
                .isAbsent(
                        booking.places().size(), timetable.day(booking.places().getFirst()));
        if (booking.asker().waits() && booking.asker().wish().real()) {
            policy.missed(booking.asker(), hour);
        }
    }

    private Lost unheld(Place place) {
        if (policy.isKept(place)) {
            return Lost.KEPT;
        }
        return givenUp.contains(place) ? Lost.GIVEN_UP : Lost.NEVER_TAKEN;
    }

    /** Whether this request waits, long enough to be called, and accepts the place. */
    private boolean wouldCome(Asker asker, Place place) {
        return asker.wish().real()
                && asker.wish().day() < timetable.day(place)
                && asker.persons() == 1
                && asker.waits()
                && asker.accepts(place);
    }

    private int personsWaiting(int hour) {
        return everybody.stream()
                .filter(it -> it.wish().real() && it.waits() && it.wish().day() <= hour / Timetable.HOURS_A_DAY)
                .mapToInt(Asker::missing)
                .sum();
    }
}
