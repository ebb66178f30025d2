package org.guichet.app.choosing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.KeptPlaces;
import org.guichet.app.catalogue.Place;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.springframework.stereotype.Component;

/** Makes the calendar that one person sees: of what is free, and of what is kept for that person. */
@Component
public final class Calendars {
    private final Regimes regimes;
    private final KeptPlaces kept;
    private final Room room;
    private final Catalogues catalogues;
    private final Transactions transactions;

    Calendars(Regimes regimes, KeptPlaces kept, Room room, Catalogues catalogues, Transactions transactions) {
        this.regimes = regimes;
        this.kept = kept;
        this.room = room;
        this.catalogues = catalogues;
        this.transactions = transactions;
    }

    public boolean isChoice(AuthorityId authority, String pool) {
        return regimes.at(authority, pool, transactions.now()) == Regime.CHOICE;
    }

    /** Empty while places are not chosen, unless one is kept for this person; it may have no time with room for all. */
    public Optional<Calendar> of(AuthorityId authority, Chooser chooser) {
        var now = transactions.now();
        var places = new ArrayList<>(kept.keptBy(authority, chooser.form(), now.plus(Limits.CHOICE_LEAD), now));
        var state = regimes.of(authority, chooser.pool(), now);
        places.addAll(state.free());
        return state.isChoice() || !places.isEmpty()
                ? Optional.of(calendar(authority, chooser, places))
                : Optional.empty();
    }

    private Calendar calendar(AuthorityId authority, Chooser chooser, List<Place> places) {
        var zone = catalogues.of(authority).authority().zone();
        var times = new TreeMap<String, NavigableMap<LocalDate, List<Instant>>>();
        places.stream()
                .collect(Collectors.groupingBy(Place::centre))
                .forEach((centre, ofCentre) -> ofCentre.stream()
                        .collect(Collectors.groupingBy(
                                it -> it.startsAt().atZone(zone).toLocalDate()))
                        .forEach((day, ofDay) -> {
                            var starts = starts(authority, chooser, ofDay);
                            if (!starts.isEmpty()) {
                                times.computeIfAbsent(centre, _ -> new TreeMap<>())
                                        .put(day, starts);
                            }
                        }));
        return new Calendar(times);
    }

    private List<Instant> starts(AuthorityId authority, Chooser chooser, Collection<Place> ofDay) {
        return ofDay.stream()
                .map(it -> new Wanted(it.centre(), it.startsAt()))
                .distinct()
                .filter(it -> room.at(authority, chooser, it, ofDay).isPresent())
                .map(Wanted::start)
                .sorted()
                .toList();
    }
}
