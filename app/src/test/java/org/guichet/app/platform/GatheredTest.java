package org.guichet.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.guichet.app.World;
import org.junit.jupiter.api.Test;

final class GatheredTest {
    private final Transactions transactions = World.fresh().get(Transactions.class);
    private final List<String> written = new ArrayList<>();
    private final Gathered<String> rows =
            new Gathered<>(3, (authority, together) -> written.add(authority.value() + String.join("", together)));

    @Test
    void a_transaction_writes_its_rows_together_before_it_commits() {
        transactions.run(_ -> {
            add("a");
            transactions.run(_ -> add("b"));
            assertThat(written).isEmpty();
        });
        assertThat(written).containsExactly("1ab");
        transactions.run(_ -> add("c"));
        assertThat(written).containsExactly("1ab", "1c");
    }

    @Test
    void no_more_than_so_many_wait() {
        transactions.run(_ -> {
            rows.add(World.AUTHORITY, List.of("a", "b", "c", "d", "e", "f", "g"));
            assertThat(written).containsExactly("1abc", "1def");
        });
        assertThat(written).containsExactly("1abc", "1def", "1g");
    }

    @Test
    void what_fits_exactly_is_written_once() {
        transactions.run(_ -> rows.add(World.AUTHORITY, List.of("a", "b", "c")));
        transactions.run(_ -> rows.add(World.AUTHORITY, List.of()));
        assertThat(written).containsExactly("1abc");
    }

    @Test
    void each_authority_has_its_own() {
        transactions.run(_ -> {
            add("a");
            rows.add(new AuthorityId(2), "b");
            add("c");
        });
        assertThat(written).containsExactly("1ac", "2b");
    }

    @Test
    void a_transaction_of_its_own_writes_its_own() {
        transactions.run(_ -> {
            add("a");
            transactions.apart(() -> {
                add("b");
                return "done";
            });
            assertThat(written).containsExactly("1b");
        });
        assertThat(written).containsExactly("1b", "1a");
    }

    @Test
    void nothing_is_written_by_a_transaction_that_fails_before_its_end() {
        assertThatThrownBy(() -> transactions.run(_ -> {
                    add("a");
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(written).isEmpty();
    }

    @Test
    void a_transaction_whose_rows_cannot_be_written_fails() {
        var broken = new Gathered<String>(3, (_, _) -> {
            throw new IllegalStateException("full");
        });
        assertThatThrownBy(() -> transactions.run(_ -> broken.add(World.AUTHORITY, "a")))
                .hasMessage("full");
    }

    @Test
    void outside_a_transaction_they_are_written_at_once() {
        add("a");
        add("b");
        assertThat(written).containsExactly("1a", "1b");
    }

    private void add(String row) {
        rows.add(World.AUTHORITY, row);
    }
}
