package org.guichet.core.allot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.guichet.core.allot.check.RefusalCheck;
import org.junit.jupiter.api.Test;

/** The worked example of docs/spec/allotment.md: what the specification prints is what the code computes. */
final class SpecificationTest {
    private static final Path SPECIFICATION = Path.of("..", "docs", "spec", "allotment.md");

    private final Stock stock = Stock.of(List.of(
            SmallWorld.charcot(1, 0),
            SmallWorld.charcot(1, 1),
            SmallWorld.charcot(2, 0),
            SmallWorld.charcot(2, 1),
            SmallWorld.loire(1, 0)));

    private final Wish anything = stock.wish(_ -> true, _ -> true);
    private final Wish charcot = stock.wish("charcot"::equals, _ -> true);
    private final Wish early = stock.wish("charcot"::equals, stock.moments().getFirst()::equals);

    @Test
    void every_text_of_the_example_is_what_the_code_computes() throws IOException {
        var input = new Input(
                stock,
                Quotas.percent(stock, 25),
                List.of(
                        new Turn("aminata", 1, Together.SAME_DAY, 0, charcot, anything),
                        new Turn("both", 2, Together.SIMULTANEOUS, 0, early, charcot),
                        new Turn("chen", 1, Together.SAME_DAY, 1, anything, anything),
                        new Turn("four", 4, Together.SAME_DAY, 0, charcot, charcot),
                        new Turn("dina", 1, Together.SAME_DAY, 0, early, early)));
        var outcome = TieredDictatorship.allot(input);
        var whyNot = new WhyNot(input, outcome);
        var specification = Files.readString(SPECIFICATION);
        assertThat(specification).contains(Lines.text(input::tell)).contains(Lines.text(outcome::tell));
        for (var label : List.of("four", "dina")) {
            var refusal = whyNot.refusal(label).orElseThrow();
            assertThat(RefusalCheck.fault(refusal, input, outcome)).isEmpty();
            assertThat(specification).contains(refusal.text());
        }
    }
}
