package org.guichet.app.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.guichet.app.registration.RequestNumber.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestNumberTest {
    private static final RequestNumber EXAMPLE = new RequestNumber("482901736547");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "482901736547",
                "4829 0173 6547",
                "4829-0173-6547",
                "4829.0173.6547",
                "4829 o173 6547",
                "4829 0l73 6547",
                "٤٨٢٩ ٠١٧٣ ٦٥٤٧",
                "۴۸۲۹ ۰۱۷۳ ۶۵۴۷"
            })
    void is_read_as_people_type_it(String typed) {
        assertThat(RequestNumber.read(typed)).isEqualTo(new Reading.Good(EXAMPLE));
    }

    @Test
    void a_missing_digit_is_counted() {
        assertThat(RequestNumber.read("4829 0173 654")).isEqualTo(new Reading.WrongLength(11));
        assertThat(RequestNumber.read("")).isEqualTo(new Reading.WrongLength(0));
        assertThat(RequestNumber.read("bonjour")).isInstanceOf(Reading.WrongLength.class);
    }

    @Test
    void every_wrong_digit_and_every_swap_of_neighbours_is_found() {
        var digits = EXAMPLE.digits();
        for (int i = 0; i < digits.length(); i++) {
            for (char wrong = '0'; wrong <= '9'; wrong++) {
                var typed = digits.substring(0, i) + wrong + digits.substring(i + 1);
                assertThat(RequestNumber.read(typed) instanceof Reading.Good)
                        .as(typed)
                        .isEqualTo(typed.equals(digits));
            }
            if (i + 1 < digits.length()) {
                var swapped =
                        digits.substring(0, i) + digits.charAt(i + 1) + digits.charAt(i) + digits.substring(i + 2);
                assertThat(RequestNumber.read(swapped) instanceof Reading.Good).isEqualTo(swapped.equals(digits));
            }
        }
    }

    @Test
    void drawn_numbers_read_back() {
        var random = new Random(97);
        for (int i = 0; i < 10_000; i++) {
            var number = RequestNumber.draw(random);
            assertThat(RequestNumber.read(number.grouped())).isEqualTo(new Reading.Good(number));
        }
    }

    @Test
    void is_heard_digit_by_digit() {
        assertThat(EXAMPLE.spoken()).isEqualTo("4 8 2 9, 0 1 7 3, 6 5 4 7");
    }
}
