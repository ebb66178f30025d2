package org.guichet.app.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.app.Overlap;
import org.guichet.app.World;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Pool;
import org.guichet.app.platform.Transactions;
import org.guichet.app.window.Windows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is asked for again and again hears of it once a day, however the forms come. */
final class SecondToldTest {
    private static final Pool POOL = new Pool(World.AUTHORITY, World.POOL);
    private static final String TOLD = "notice where kind = 'second'";

    private World world;

    @BeforeEach
    void begin() {
        world = World.fresh();
    }

    @Test
    void a_batch_that_names_one_person_many_times_tells_the_first_contact_once() {
        world.register(World.AMINATA);
        world.get(WriteRequests.class)
                .write(POOL, drafts(Collections.nCopies(50, World.AMINATA).toArray(Applicant[]::new)));
        assertThat(world.count("request where joined")).isEqualTo(50);
        assertThat(world.count(TOLD)).isEqualTo(1);
    }

    @Test
    void a_batch_tells_the_first_contact_of_each_person() {
        world.register(World.AMINATA);
        world.register(World.LAN);
        world.get(WriteRequests.class)
                .write(POOL, drafts(World.AMINATA, World.LAN, World.AMINATA, World.KARIM, World.KARIM, World.LAN));
        assertThat(world.count(TOLD)).isEqualTo(3);
    }

    @Test
    void a_batch_of_the_next_day_tells_again() {
        world.register(World.AMINATA);
        world.register(World.AMINATA);
        world.clock().set(World.START.plus(Limits.SECOND_TOLD_ONCE_WITHIN).minusSeconds(1));
        world.register(World.AMINATA);
        assertThat(world.count(TOLD)).isEqualTo(1);
        world.clock().set(World.START.plus(Limits.SECOND_TOLD_ONCE_WITHIN));
        world.register(World.AMINATA);
        assertThat(world.count(TOLD)).isEqualTo(2);
    }

    @Test
    void of_two_transactions_at_once_one_tells() {
        var forms = recorded();
        var both = Overlap.of(world, () -> stand(forms.getFirst()), () -> stand(forms.getLast()));
        assertThat(both.waited()).as("for the word of the other").isTrue();
        assertThat(world.count("request where joined")).isEqualTo(2);
        assertThat(world.count(TOLD)).isEqualTo(1);
    }

    @Test
    void whoever_looked_for_a_letter_of_the_other_transaction_would_find_none() {
        var forms = recorded();
        var found = Overlap.of(world, () -> stand(forms.getFirst()), () -> world.count(TOLD));
        assertThat(found).isEqualTo(new Overlap<>(0, false));
    }

    @Test
    void where_it_was_told_already_nobody_waits_for_anybody() {
        world.register(World.AMINATA);
        world.register(World.AMINATA);
        var forms = recorded();
        var both = Overlap.of(world, () -> stand(forms.getFirst()), () -> stand(forms.getLast()));
        assertThat(both.waited()).isFalse();
        assertThat(world.count(TOLD)).isEqualTo(1);
    }

    /** Two more forms of somebody who stands in the line: their rows are there, and what follows from them is not. */
    private List<Draft> recorded() {
        world.register(World.AMINATA);
        var forms = drafts(World.AMINATA, World.AMINATA);
        world.get(Transactions.class).run(_ -> world.get(Requests.class).add(POOL, forms));
        return forms;
    }

    private boolean stand(Draft form) {
        world.get(Transactions.class).run(_ -> world.get(StandOrJoin.class).stand(POOL, List.of(form)));
        return true;
    }

    private List<Draft> drafts(Applicant... persons) {
        var window = world.get(Windows.class).openAt(World.AUTHORITY, World.POOL, World.START);
        return Stream.of(persons)
                .map(it -> world.get(Drafts.class)
                        .draft(
                                World.AUTHORITY,
                                World.application(it),
                                window,
                                world.clock().instant()))
                .toList();
    }
}
