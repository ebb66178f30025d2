package org.guichet.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedDateTest {
    private static final LocalDate TODAY = LocalDate.of(2021, 4, 2);

    @ParameterizedTest
    @ValueSource(strings = {"4", "04", "avril", "AVRIL", "avr.", "april", "Apr", "أبريل", "نيسان", "أفريل", "٤"})
    void a_month_is_read_as_figure_or_word(String typed) {
        assertThat(TypedDate.month(typed)).contains(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13", "0", "m", "ma", "hier", ""})
    void what_is_no_month_is_not_guessed(String typed) {
        assertThat(TypedDate.month(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "3/5/2021, 2021-05-03",
        "03/05/2021, 2021-05-03",
        "3.5., 2021-05-03",
        "3 mai, 2021-05-03",
        "1er mai 2021, 2021-05-01",
        "3-5-21, 2021-05-03",
        "1/4, 2022-04-01",
        "٣/٥/٢٠٢١, 2021-05-03"
    })
    void a_day_is_read_as_people_write_it(String typed, LocalDate meant) {
        assertThat(TypedDate.day(typed, TODAY)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30/2/2021", "demain", "3", "3/5/2021/7", "32/1", "/", "2021-05-03"})
    void what_is_no_day_is_asked_again(String typed) {
        assertThat(TypedDate.day(typed, TODAY)).isEmpty();
    }
}
