package org.guichet.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.guichet.app.Visitor;
import org.guichet.app.World;
import org.guichet.app.appointment.ChangeWishes;
import org.guichet.app.appointment.Withdraw;
import org.guichet.app.catalogue.Horizon;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;
import org.guichet.core.planning.Forecast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OutlooksTest {
    private static final Wishes FRIDAYS = Wishes.ANYTHING.at(Moments.of(List.of("5m", "5a")));

    private World world;
    private ThirtyWait people;
    private List<Request> line;

    @BeforeEach
    void begin() {
        world = World.fresh();
        people = new ThirtyWait(world);
        line = people.line();
        assertThat(line).hasSize(30);
    }

    @Test
    void who_waits_is_told_the_rank_and_the_weeks() {
        var told = people.told(line.get(8));
        assertThat(told.ahead()).isEqualTo(8);
        assertThat(told.served()).isZero();
        assertThat(most(line.get(8)))
                .hasValueSatisfying(it -> assertThat(LocalDate.of(2021, 5, 3))
                        .isBetween(it.from(), it.until().orElseThrow()));
        assertThat(page(key(line.get(8))).body())
                .contains("8 demandes sont avant vous.", "Aucune place n’a été donnée depuis 7 jours.")
                .contains("Neuf chances sur dix", "entre le ", "C’est une estimation, pas une promesse.");
        assertThat(page(key(line.getFirst())).body()).contains("Personne n’est avant vous.");
    }

    @Test
    void where_the_plan_ends_no_date_is_invented() {
        assertThat(most(line.getLast())).isEmpty();
        assertThat(page(key(line.getLast())).body()).contains("Nous ne pouvons pas encore dire quand.");
    }

    @Test
    void the_run_counts_and_those_who_were_served_are_not_before_anybody() {
        world.goTo("2021-04-05T16:00:01");
        people.laterThanOtherTests();
        var served =
                (int) line.stream().filter(it -> world.offer(it).isPresent()).count();
        assertThat(served).isEqualTo(20);
        assertThat(people.told(line.getLast())).satisfies(it -> {
            assertThat(it.ahead()).isEqualTo(30 - 20 - 1);
            assertThat(it.served()).isEqualTo(20);
        });
        assertThat(page(key(line.getFirst())).body()).doesNotContain("C’est une estimation");
    }

    @Test
    void everybody_who_asks_within_minutes_is_told_the_same() {
        var most = most(line.get(12)).orElseThrow();
        people.later(Duration.ofMinutes(5));
        assertThat(most(line.get(12))).contains(most);
        assertThat(most(line.get(11)).orElseThrow().from()).isBeforeOrEqualTo(most.from());
    }

    @Test
    void nobody_waits_while_a_line_is_read_and_the_next_look_shows_what_was_read() {
        var key = key(line.get(8));
        var first = new CompletableFuture<Visitor.Page>();
        world.get(Transactions.class).run(_ -> {
            world.jdbc()
                    .sql("lock table allotment_run in access exclusive mode")
                    .update();
            first.complete(page(key));
        });
        assertThat(first.join().body())
                .contains("La prévision vient dans un instant.", "Pourquoi pas encore")
                .doesNotContain("sont avant vous");
        people.told(line.get(8));
        var next = page(key);
        assertThat(next.body()).contains("8 demandes sont avant vous.");
        assertThat(tag(next)).isNotEqualTo(tag(first.join()));
        assertThat(tag(page(key))).isEqualTo(tag(next));
    }

    @Test
    void what_was_seen_a_little_earlier_is_told_while_the_line_is_read_anew() {
        assertThat(people.told(line.get(8)).ahead()).isEqualTo(8);
        world.get(Withdraw.class).withdraw(World.AUTHORITY, line.getFirst().id());
        people.later(Duration.ofMinutes(11));
        assertThat(people.told(line.get(8)).ahead()).isEqualTo(8);
        people.told(world.get(Outlooks.class), line.get(8), it -> it.ahead() == 7);
    }

    @Test
    void what_was_seen_long_ago_is_told_to_nobody() {
        assertThat(people.told(line.get(8)).ahead()).isEqualTo(8);
        world.get(Withdraw.class).withdraw(World.AUTHORITY, line.getFirst().id());
        people.later(Duration.ofMinutes(60));
        assertThat(people.look(line.get(8))).isEqualTo(new Told.Soon());
        assertThat(people.told(line.get(8)).ahead()).isEqualTo(7);
    }

    @Test
    void the_first_in_line_is_promised_no_day_that_does_not_suit() {
        change(line.getFirst(), FRIDAYS);
        change(line.get(1), except(LocalDate.of(2021, 4, 19), LocalDate.of(2021, 5, 9)));
        assertThat(most(line.getFirst())).isEmpty();
        assertThat(most(line.get(1)).orElseThrow().from()).isEqualTo(LocalDate.of(2021, 5, 10));
        assertThat(most(line.get(2)).orElseThrow().from()).isEqualTo(LocalDate.of(2021, 4, 19));
    }

    @Test
    void whoever_accepts_other_places_stands_in_nobodys_way() {
        line.subList(0, 28).forEach(it -> change(it, FRIDAYS));
        assertThat(people.told(line.getLast()).ahead()).isEqualTo(29);
        assertThat(most(line.getLast()).orElseThrow().from()).isEqualTo(LocalDate.of(2021, 4, 19));
    }

    @Test
    void who_must_come_together_is_promised_no_place_for_one() {
        people.told(line.getFirst());
        assertThat(most(line.getFirst(), Together.SIMULTANEOUS)).isEmpty();
        assertThat(most(line.getFirst(), Together.SAME_DAY)).isPresent();
    }

    @Test
    void who_was_not_there_or_wished_something_else_when_the_line_was_read_is_told_soon() {
        people.told(line.get(8));
        change(line.get(8), FRIDAYS);
        assertThat(people.look(line.get(8))).isEqualTo(new Told.Soon());
        people.later(Duration.ofMinutes(1));
        assertThat(people.told(line.get(8)).spans().get().most()).isEmpty();
    }

    @Test
    void who_asked_twice_is_told_what_anybody_there_would_be_told() {
        var again = people.ask(8);
        Stream.of("2021-04-12T00:00:01", "2021-04-12T12:00:01").forEach(world::goTo);
        people.laterThanOtherTests();
        assertThat(people.told(again).ahead()).as("the others were served").isEqualTo(10);
        assertThat(page(key(again)).body()).contains("10 demandes sont avant vous.");
    }

    private void change(Request request, Wishes wishes) {
        world.get(ChangeWishes.class).change(World.AUTHORITY, request, request.together(), wishes);
    }

    private static Wishes except(LocalDate from, LocalDate until) {
        var days = new Wishes.Days(from, until);
        return new Wishes(List.of(), Moments.ALL, List.of(), Moments.ALL, List.of(days));
    }

    private Optional<Forecast.Span> most(Request request) {
        return people.told(request).spans().get().most();
    }

    private Optional<Forecast.Span> most(Request request, Together together) {
        var group = new Horizon.Group(2, together);
        var told = (Told.Known) people.look(world.get(Outlooks.class), request, group);
        return told.spans().get().most();
    }

    private Visitor.Page page(String key) {
        return world.visitor().get("/fr/suivi?k=" + key);
    }

    private String key(Request request) {
        return world.get(Passes.class).key(World.AUTHORITY, request.id(), Passes.Level.LOOK);
    }

    private static String tag(Visitor.Page page) {
        return page.response().headers().firstValue("ETag").orElseThrow();
    }
}
