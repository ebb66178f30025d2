package org.guichet.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guichet.app.World;
import org.guichet.app.appointment.Withdraw;
import org.guichet.app.draw.Ranks;
import org.guichet.app.page.Language;
import org.guichet.app.registration.Application;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.guichet.core.planning.Forecast;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thirty people wait for four places every Monday, from 19 April to 17 May. */
final class OutlooksTest {
    private static final String POOL = "remise";

    private World world;
    private List<Request> line;

    @BeforeEach
    void begin() {
        world = World.fresh();
        for (var person = 0; person < 30; person++) {
            var form = World.application(World.somebody(person));
            world.register(new Application(
                    POOL,
                    UUID.randomUUID(),
                    Language.FR,
                    form.persons(),
                    form.together(),
                    form.wishes(),
                    form.reach()));
        }
        world.goTo("2021-04-05T00:00:01");
        world.goTo("2021-04-05T12:00:01");
        line = new ArrayList<>();
        for (var rank : world.get(Ranks.class).line(World.AUTHORITY, POOL)) {
            line.add(world.get(Requests.class).get(World.AUTHORITY, rank.request()));
        }
        assertThat(line).hasSize(30);
    }

    @Test
    void who_waits_is_told_the_rank_and_the_weeks() {
        var told = told(line.get(8));
        assertThat(told.ahead()).isEqualTo(8);
        assertThat(told.served()).isZero();
        assertThat(told.most())
                .hasValueSatisfying(it -> assertThat(LocalDate.of(2021, 5, 3))
                        .isBetween(it.from(), it.until().orElseThrow()));
        assertThat(page(line.get(8)))
                .contains("8 demandes sont avant vous.", "Aucune place n’a été donnée depuis 7 jours.")
                .contains("Neuf chances sur dix", "entre le ", "C’est une estimation, pas une promesse.");
        assertThat(page(line.getFirst())).contains("Personne n’est avant vous.");
    }

    @Test
    void where_the_plan_ends_no_date_is_invented() {
        assertThat(told(line.getLast()).most()).isEmpty();
        assertThat(page(line.getLast())).contains("Nous ne pouvons pas encore dire quand.");
    }

    @Test
    void the_run_counts_and_those_who_were_served_are_not_before_anybody() {
        world.goTo("2021-04-05T16:00:01");
        var served =
                (int) line.stream().filter(it -> world.offer(it).isPresent()).count();
        assertThat(served).isEqualTo(20);
        assertThat(told(line.getLast())).satisfies(it -> {
            assertThat(it.ahead()).isEqualTo(30 - 20 - 1);
            assertThat(it.served()).isEqualTo(20);
        });
        assertThat(page(line.getFirst())).doesNotContain("C’est une estimation");
    }

    @Test
    void everybody_who_asks_within_minutes_is_told_the_same() {
        var told = told(line.get(12));
        world.clock().set(world.clock().instant().plusSeconds(300));
        assertThat(told(line.get(12))).isEqualTo(told);
        assertThat(told(line.get(11)).most().map(Forecast.Span::from).orElseThrow())
                .isBeforeOrEqualTo(told.most().map(Forecast.Span::from).orElseThrow());
    }

    @Test
    @Timeout(20)
    void what_was_seen_a_little_earlier_is_told_while_the_line_is_looked_at_anew() {
        laterThanOtherTests(Duration.ofDays(1));
        assertThat(told(line.get(8)).ahead()).isEqualTo(8);
        world.get(Withdraw.class).withdraw(World.AUTHORITY, line.getFirst().id());
        world.clock().set(world.clock().instant().plus(Duration.ofMinutes(11)));
        assertThat(told(line.get(8)).ahead()).isEqualTo(8);
        while (told(line.get(8)).ahead() != 7) {
            Thread.onSpinWait();
        }
    }

    @Test
    void what_was_seen_long_ago_is_told_to_nobody() {
        laterThanOtherTests(Duration.ofDays(2));
        assertThat(told(line.get(8)).ahead()).isEqualTo(8);
        world.get(Withdraw.class).withdraw(World.AUTHORITY, line.getFirst().id());
        world.clock().set(world.clock().instant().plus(Duration.ofHours(1)));
        assertThat(told(line.get(8)).ahead()).isEqualTo(7);
    }

    // The service goes on while worlds come and go, and remembers.
    private void laterThanOtherTests(Duration time) {
        world.clock().set(world.clock().instant().plus(time));
    }

    private Told told(Request request) {
        var rank = world.get(Ranks.class).of(World.AUTHORITY, request.id()).orElseThrow();
        return world.get(Outlooks.class).of(World.AUTHORITY, POOL, rank, request.persons());
    }

    private String page(Request request) {
        var key = world.get(Passes.class).key(World.AUTHORITY, request.id(), Passes.Level.LOOK);
        return world.visitor().get("/fr/suivi?k=" + key).body();
    }
}
