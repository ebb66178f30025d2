package org.guichet.simulate.world;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Predicate;

/** Counts what became of everybody. */
record Tally(Settings settings, Timetable timetable, List<Asker> everybody) {
    Result result(Rules rules, Result.Places places, Policy policy, List<Integer> waiting) {
        var profit = policy.trade().profit(settings.reseller().cost());
        return new Result(
                rules,
                persons(policy.connections()),
                families(),
                places,
                policy.trade(),
                (double) profit / People.HIGHEST / places.all(),
                policy.promises(),
                waiting);
    }

    private Result.Persons persons(long connections) {
        var weeks = everybody.stream()
                .filter(it -> it.wish().real())
                .flatMap(it -> Collections.nCopies(it.persons(), weeks(it)).stream())
                .sorted()
                .toList();
        var served = served(_ -> true);
        var byChannel = new EnumMap<Channel, Double>(Channel.class);
        for (var channel : Channel.values()) {
            var asked = asked(it -> it.channel() == channel);
            byChannel.put(channel, asked == 0 ? 0 : 100.0 * served(it -> it.channel() == channel) / asked);
        }
        return new Result.Persons(
                weeks.size(),
                served,
                weeks.get(weeks.size() / 2),
                weeks.get(weeks.size() * 9 / 10),
                (double) connections / Math.max(1, served),
                byChannel);
    }

    private int weeks(Asker asker) {
        var end = asker.isServed() ? asker.lastDay() : timetable.weeks() * Timetable.DAYS;
        return Math.ceilDiv(end - asker.wish().day(), Timetable.DAYS);
    }

    private int served(Predicate<Asker.Wish> who) {
        return everybody.stream()
                .filter(it -> it.wish().real() && who.test(it.wish()))
                .mapToInt(Asker::served)
                .sum();
    }

    private int asked(Predicate<Asker.Wish> who) {
        return everybody.stream()
                .filter(it -> it.wish().real() && who.test(it.wish()))
                .mapToInt(Asker::persons)
                .sum();
    }

    private Result.Families families() {
        var families = everybody.stream().filter(it -> it.persons() > 1).toList();
        var served = families.stream().filter(Asker::isServed).toList();
        var apart = (int) served.stream().filter(Asker::isApart).count();
        return new Result.Families(families.size(), served.size() - apart, apart);
    }
}
