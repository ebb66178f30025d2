package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.platform.Pool;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.Quotas;
import org.guichet.core.allot.Stock;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunTextsTest {
    private final World world = World.fresh();
    private RunTexts.Id input;
    private RunTexts.Id outcome;

    @BeforeEach
    void begin() {
        var due = World.paris("2021-04-12T16:00");
        world.jdbc()
                .sql("insert into allotment_run (authority_id, pool, due_at, held_at, waiting, free, served)"
                        + " values (?, ?, ?::timestamptz, now(), 0, 0, 0)")
                .params(World.AUTHORITY.value(), World.POOL, due.toString())
                .update();
        var pool = new Pool(World.AUTHORITY, World.POOL);
        input = new RunTexts.Id(pool, due, RunTexts.Kind.INPUT);
        outcome = new RunTexts.Id(pool, due, RunTexts.Kind.OUTCOME);
    }

    @Test
    void a_long_text_is_kept_in_parts_of_whole_lines_and_read_as_it_was_told() {
        var told = IntStream.range(0, 40_000)
                .mapToObj("request %064d 1 same_day 0 0-3:1-5 0-3:1-7"::formatted)
                .toList();
        texts().add(input, told::forEach);
        texts().add(outcome, List.of("guichet.org/allotment-outcome@v1", "served 0")::forEach);
        assertThat(world.count("run_text where text like 'request %'")).isEqualTo(4);
        assertThat(world.count("run_text where text not like E'%\\n'")).isZero();
        assertThat(lines(input)).isEqualTo(told);
        assertThat(lines(outcome)).containsExactly("guichet.org/allotment-outcome@v1", "served 0");
    }

    @Test
    void what_was_deleted_has_no_lines() {
        texts().add(input, List.of("guichet.org/allotment-input@v1")::forEach);
        world.jdbc().sql("delete from run_text").update();
        assertThat(lines(input)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace(text, E'\\n', E'\\r\\n')", "rtrim(text, E'\\n')", "text || E'\\n'"})
    void a_text_that_was_changed_is_read_as_no_run(String change) {
        var none = Stock.of(List.of());
        texts().add(input, new Input(none, Quotas.none(none), List.of())::tell);
        assertThatCode(() -> Input.parse(texts().lines(input))).doesNotThrowAnyException();
        world.jdbc().sql("update run_text set text = " + change).update();
        assertThatThrownBy(() -> Input.parse(texts().lines(input)))
                .isInstanceOfAny(FormatException.class, IllegalStateException.class);
    }

    private RunTexts texts() {
        return world.get(RunTexts.class);
    }

    private List<String> lines(RunTexts.Id id) {
        var lines = new ArrayList<String>();
        texts().lines(id).forEachRemaining(lines::add);
        return lines;
    }
}
