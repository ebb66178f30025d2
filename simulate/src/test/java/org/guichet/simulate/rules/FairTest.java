package org.guichet.simulate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.guichet.core.allot.Place;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.Test;

final class FairTest {
    private static final Place NINE = place(1);
    private static final Place TEN = place(2);

    /** Somebody who comes alone, at any of these times. */
    private record Single(List<Place> suits) implements Seeker {
        @Override
        public int persons() {
            return 1;
        }

        @Override
        public Together together() {
            return Together.SAME_DAY;
        }

        @Override
        public boolean prefers(Place place) {
            return accepts(place);
        }

        @Override
        public boolean accepts(Place place) {
            return suits.contains(place);
        }
    }

    @Test
    void the_first_makes_room_for_the_second_as_in_the_service() {
        var first = new Single(List.of(NINE, TEN));
        var second = new Single(List.of(NINE));
        assertThat(Fair.allot(List.of(first, second), List.of(NINE, TEN)))
                .containsEntry(first, List.of(TEN))
                .containsEntry(second, List.of(NINE));
    }

    private static Place place(int number) {
        var start = Instant.parse("2021-04-22T06:00:00Z").plusSeconds(3600L * number);
        return new Place(number, "charcot", 1, start, start.plusSeconds(3600), LocalDate.of(2021, 4, 22));
    }
}
