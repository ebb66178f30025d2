package org.guichet.core.allot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;

final class RunReaderTest {
    @Test
    void a_run_survives_its_texts_and_can_be_held_again_from_them() {
        SmallWorld.forEach(500, 20211126, SmallWorld.Kind.ALL, world -> {
            try {
                var input = Input.parse(world.input().text());
                assertThat(input.hash()).isEqualTo(world.input().hash());
                assertThat(TieredDictatorship.allot(input).text())
                        .isEqualTo(world.outcome().text());
                assertThat(Outcome.parse(world.outcome().text(), input).hash())
                        .isEqualTo(world.outcome().hash());
            } catch (FormatException refused) {
                throw new AssertionError(refused);
            }
        });
    }

    @Test
    void a_run_without_a_place_or_without_a_request_is_one_too() throws FormatException {
        var none = Stock.of(List.of());
        var nobody = new Input(none, Quotas.none(none), List.of());
        assertThat(TieredDictatorship.allot(nobody).given()).isEmpty();
        assertThat(Input.parse(nobody.text()).text()).isEqualTo(nobody.text());
        var nothing = none.anything();
        var waiting = new Input(
                none, Quotas.none(none), List.of(new Turn("aminata", 2, Together.SIMULTANEOUS, 0, nothing, nothing)));
        assertThat(TieredDictatorship.allot(waiting).given()).isEmpty();
        assertThat(Input.parse(waiting.text()).text()).isEqualTo(waiting.text());
        assertThat(new WhyNot(waiting, TieredDictatorship.allot(waiting))
                        .refusal("aminata")
                        .orElseThrow()
                        .walls())
                .isEmpty();
    }

    @Test
    void a_wish_for_very_many_moments_is_read_at_once() {
        var moments = 200_000;
        var text = IntStream.iterate(0, it -> it < moments, it -> it + 2)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
        var nine = SmallWorld.charcot(1, 0);
        var stock = Stock.of(IntStream.range(0, moments)
                .mapToObj(it -> new Place(
                        it,
                        nine.centre(),
                        1,
                        nine.start().plusSeconds(it),
                        nine.start().plusSeconds(it + 1L),
                        nine.day()))
                .toList());
        var wishes = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Numbers.readWishes("0:" + text, stock));
        assertThat(wishes).singleElement().asString().isEqualTo("0:" + text);
    }

    @Test
    void whatever_is_not_canonical_is_refused() {
        var stock = Stock.of(List.of(SmallWorld.charcot(1, 0), SmallWorld.charcot(1, 1)));
        var anything = stock.anything();
        var input = new Input(
                stock, Quotas.percent(stock, 50), List.of(new Turn("a", 1, Together.SAME_DAY, 1, anything, anything)));
        var text = input.text();
        for (var wrong : List.of(
                "",
                text + "\n",
                text.substring(0, text.length() - 1),
                text.replace("\n", "\r\n"),
                text.replace("\nquotas", "\n\nquotas"),
                text.replace("@v1", "@v2"),
                text.replace("places 2", "places 1"),
                text.replace("places 2", "places 3"),
                text.replace("2021-04-22\n", "2021-04-31\n"),
                text.replace("same_day", "SAME_DAY"),
                text.replace("request a 1 ", "request a 7 "),
                text.replace("request a 1 ", "request a 01 "),
                text.replace(" 0:0-1\n", " 0:0,1\n"),
                text.replace("quota charcot", "quota loire"),
                text.replace("charcot 1 2021-04-22T09:00", "charcot 1 2021-04-22T09:30"))) {
            assertThatThrownBy(() -> Input.parse(wrong)).as(wrong).isInstanceOf(FormatException.class);
        }
        var outcome = TieredDictatorship.allot(input).text();
        for (var wrong : List.of(
                outcome.substring(0, outcome.length() - 1),
                outcome.replace("\n", "\r\n"),
                outcome.replace("served 1", "served 0"),
                outcome.replace("given a", "given b"),
                outcome.replace("share", "luck"),
                outcome.replace("preferred", "wanted"),
                outcome + "given a preferred share 7\n")) {
            assertThatThrownBy(() -> Outcome.parse(wrong, input)).as(wrong).isInstanceOf(FormatException.class);
        }
    }
}
