package org.guichet.app.appointment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.guichet.app.catalogue.Place;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestId;
import org.guichet.core.allot.Given;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.TieredDictatorship;
import org.guichet.core.allot.Together;
import org.guichet.core.allot.Turn;

/** Free places, the line they are for, and what the rules make of both; nothing is given yet. */
record Round(List<Place> free, List<RankedLine.Waiting> line, Held held) {
    private static final String ONE_MORE = "one-more-";

    /**
     * Whether one person more, who takes nothing but one of these places, would get it: because nobody has it, or
     * because whoever has it can be moved to a place that nobody wants.
     */
    boolean hasRoomAt(Collection<Place> places) {
        var input = held.input();
        var stock = input.stock();
        var line = new ArrayList<>(input.line());
        for (var place : places) {
            var only = stock.wish(place.centre()::equals, it -> it.start().equals(place.startsAt()));
            line.add(new Turn(ONE_MORE + place.id(), 1, Together.SIMULTANEOUS, 0, only, only));
        }
        return TieredDictatorship.allot(new Input(stock, input.quotas(), line)).given().stream()
                .anyMatch(it -> it.label().startsWith(ONE_MORE));
    }

    /** Those who get something, but for whom it counts as precedence. */
    Set<RequestId> servedInLine() {
        var labels = held.outcome().given().stream()
                .filter(it -> !it.byPrecedence())
                .map(Given::label)
                .collect(Collectors.toSet());
        return line.stream()
                .map(RankedLine.Waiting::request)
                .filter(it -> labels.contains(it.label().hex()))
                .map(Request::id)
                .collect(Collectors.toSet());
    }
}
