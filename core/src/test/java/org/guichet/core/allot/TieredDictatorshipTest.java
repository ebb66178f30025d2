package org.guichet.core.allot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.core.allot.SmallWorld.charcot;
import static org.guichet.core.allot.SmallWorld.loire;
import static org.guichet.core.allot.SmallWorld.place;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.guichet.core.allot.SmallWorld.Kind;
import org.junit.jupiter.api.Test;

final class TieredDictatorshipTest {
    private final List<Turn> line = new ArrayList<>();

    private Stock stock = Stock.of(List.of());

    @Test
    void who_came_before_makes_room_for_who_fits_nowhere_else() {
        stock = Stock.of(List.of(charcot(1, 0), charcot(1, 1)));
        single("flexible", _ -> true);
        single("picky", charcot(1, 0)::equals);
        assertThat(places("flexible")).containsExactly(charcot(1, 1));
        assertThat(places("picky")).containsExactly(charcot(1, 0));
    }

    @Test
    void nobody_is_moved_out_of_what_is_preferred() {
        stock = Stock.of(List.of(charcot(1, 0), charcot(1, 1)));
        line.add(turn("first", 1, Together.SAME_DAY, charcot(1, 0)::equals, _ -> true));
        single("second", charcot(1, 0)::equals);
        assertThat(places("first")).containsExactly(charcot(1, 0));
        assertThat(places("second")).isEmpty();
    }

    @Test
    void single_persons_make_room_for_a_couple() {
        stock = Stock.of(List.of(charcot(1, 0), charcot(2, 0), charcot(1, 1)));
        single("flexible", _ -> true);
        line.add(turn("couple", 2, Together.SIMULTANEOUS, _ -> true, _ -> true));
        assertThat(places("couple")).containsExactly(charcot(1, 0), charcot(2, 0));
        assertThat(places("flexible")).containsExactly(charcot(1, 1));
    }

    @Test
    void a_couple_that_finds_no_room_moves_nobody() {
        stock = Stock.of(List.of(charcot(1, 0), charcot(2, 0), charcot(1, 1)));
        single("first", _ -> true);
        single("second", charcot(1, 0)::equals);
        line.add(turn("couple", 2, Together.SIMULTANEOUS, _ -> true, _ -> true));
        single("last", _ -> true);
        assertThat(places("couple")).isEmpty();
        assertThat(places("last")).isNotEmpty();
    }

    @Test
    void a_booked_couple_keeps_its_counters_when_others_come() {
        stock = Stock.of(List.of(charcot(1, 0), charcot(2, 0), charcot(1, 1), charcot(2, 1)));
        line.add(turn("couple", 2, Together.ADJACENT, _ -> true, _ -> true));
        single("picky", charcot(1, 0)::equals);
        line.add(turn("next", 2, Together.SIMULTANEOUS, _ -> true, _ -> true));
        assertThat(places("couple")).containsExactly(charcot(1, 0), charcot(1, 1));
        assertThat(places("picky")).containsExactly(charcot(2, 0));
        assertThat(places("next")).isEmpty();
    }

    @Test
    void those_of_one_day_make_room_within_that_day() {
        var monday = place("charcot", 1, 2, 0);
        stock = Stock.of(List.of(charcot(1, 0), charcot(1, 1), charcot(1, 2), monday));
        line.add(turn("couple", 2, Together.SAME_DAY, _ -> true, _ -> true));
        single("picky", charcot(1, 0)::equals);
        single("second", it -> !it.equals(monday));
        assertThat(places("couple")).containsExactly(charcot(1, 1), charcot(1, 2));
        assertThat(places("second")).isEmpty();
    }

    @Test
    void precedence_goes_first_within_the_share_and_stands_in_the_line_beyond_it() {
        stock = Stock.of(List.of(charcot(1, 0), charcot(1, 1), charcot(1, 2), charcot(1, 3)));
        single("first", _ -> true);
        single("second", _ -> true);
        single("third", _ -> true);
        for (var each : List.of("urgent", "more-urgent")) {
            line.add(new Turn(each, 1, Together.SAME_DAY, each.startsWith("more") ? 2 : 1, anything(), anything()));
        }
        var outcome = TieredDictatorship.allot(new Input(stock, Quotas.percent(stock, 49), line));
        assertThat(outcome.given()).extracting(Given::label).containsExactly("first", "second", "third", "more-urgent");
        assertThat(outcome.given())
                .filteredOn(Given::byPrecedence)
                .extracting(Given::label)
                .containsExactly("more-urgent");
    }

    @Test
    void who_is_served_by_precedence_is_moved_within_the_week_and_centre_only() {
        var monday = place("charcot", 1, 2, 0);
        stock = Stock.of(List.of(charcot(1, 0), charcot(1, 1), loire(1, 0), monday));
        line.add(new Turn("urgent", 1, Together.SAME_DAY, 1, anything(), anything()));
        single("picky", charcot(1, 0)::equals);
        single("next", charcot(1, 1)::equals);
        var quotas = Quotas.of(stock, (centre, week) -> centre.equals("charcot") && !week.equals(monday.day()) ? 1 : 0);
        var outcome = TieredDictatorship.allot(new Input(stock, quotas, line));
        assertThat(outcome.given()).extracting(Given::label).containsExactly("urgent", "picky");
        assertThat(outcome.given().getFirst().places()).containsExactly(charcot(1, 1));
    }

    @Test
    void whatever_the_order_in_which_places_and_centres_are_told_the_bytes_are_the_same() {
        SmallWorld.forEach(200, 20210520, Kind.ALL, world -> {
            var places = new ArrayList<>(world.stock().places());
            Collections.shuffle(places, new Random(1));
            var told = Stock.of(places);
            var other = new SmallWorld(
                    told, world.line().stream().map(it -> retold(it, told)).toList(), world.percent());
            assertThat(other.input().hash()).isEqualTo(world.input().hash());
            assertThat(Lines.text(other.outcome()::tell)).isEqualTo(Lines.text(world.outcome()::tell));
        });
    }

    @Test
    void what_cannot_be_a_place_or_a_line_is_refused() {
        var place = charcot(1, 0);
        for (var wrong : List.of(
                List.of(place, new Place(place.id(), "loire", 1, place.start(), place.end(), place.day())),
                List.of(place, new Place(7, "charcot", 1, place.start(), place.end(), place.day())),
                List.of(new Place(7, "Charcot", 1, place.start(), place.end(), place.day())),
                List.of(new Place(-1, "charcot", 1, place.start(), place.end(), place.day())),
                List.of(new Place(7, "charcot", 1, place.start().plusNanos(1), place.end(), place.day())),
                List.of(new Place(7, "charcot", 1, place.end(), place.end(), place.day())))) {
            assertThatThrownBy(() -> Stock.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        stock = Stock.of(List.of(place));
        single("twice", _ -> true);
        single("twice", _ -> true);
        assertThatThrownBy(() -> new Input(stock, Quotas.none(stock), line))
                .isInstanceOf(IllegalArgumentException.class);
        var nothing = stock.wish(_ -> false, _ -> true);
        for (var persons : List.of(0, 7)) {
            assertThatThrownBy(() -> new Turn("r", persons, Together.ADJACENT, 0, nothing, nothing))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Turn("r", 1, Together.ADJACENT, 0, anything(), nothing))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Turn("R 1", 1, Together.ADJACENT, 0, nothing, nothing))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_empty_line_and_an_empty_stock_give_nothing() {
        assertThat(TieredDictatorship.allot(new Input(stock, Quotas.none(stock), line))
                        .given())
                .isEmpty();
        single("alone", _ -> true);
        assertThat(places("alone")).isEmpty();
    }

    private Wish anything() {
        return stock.wish(_ -> true, _ -> true);
    }

    private void single(String label, Predicate<Place> suits) {
        line.add(turn(label, 1, Together.SAME_DAY, suits, suits));
    }

    /** What suits must be some centres at some times. */
    private Turn turn(
            String label, int persons, Together together, Predicate<Place> preferred, Predicate<Place> acceptable) {
        return new Turn(label, persons, together, 0, stock.span(preferred), stock.span(acceptable));
    }

    private List<Place> places(String label) {
        return TieredDictatorship.allot(new Input(stock, Quotas.none(stock), line)).given().stream()
                .filter(it -> it.label().equals(label))
                .flatMap(it -> it.places().stream())
                .toList();
    }

    /** The same turn, its centres told backwards and twice. */
    private static Turn retold(Turn turn, Stock stock) {
        return new Turn(
                turn.label(),
                turn.persons(),
                turn.together(),
                turn.precedence(),
                retold(turn.preferred(), stock),
                retold(turn.acceptable(), stock));
    }

    private static Wish retold(Wish wish, Stock stock) {
        var centres = new ArrayList<String>();
        IntStream.range(0, wish.centres())
                .forEach(it -> centres.addFirst(stock.centres().get(wish.centre(it))));
        centres.addAll(List.copyOf(centres));
        centres.add("nowhere");
        return stock.wish(centres, stock.times(it -> wish.times().has(stock.moment(it))));
    }
}
