package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.draw.Ranks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule 16: whatever somebody answers, or does not, the line stays as it was drawn. */
final class RankKeptTest {
    /** What becomes of an offer. */
    enum Answer {
        NO,
        GIVEN_BACK,
        SILENCE,
        TWO_SILENCES_AND_A_WORD
    }

    private World world;
    private Offer offer;

    @BeforeEach
    void begin() {
        world = World.fresh();
        IntStream.range(0, 20).forEach(i -> world.register(World.somebody(i)));
        world.drawAndRun();
        offer = world.get(Offers.class).live(World.AUTHORITY, World.POOL).getFirst();
    }

    @ParameterizedTest
    @EnumSource
    void no_answer_costs_a_rank(Answer answer) {
        var ranks = world.get(Ranks.class);
        var line = ranks.line(World.AUTHORITY, World.POOL);
        assertThat(line).hasSize(20);
        give(answer);
        assertThat(world.get(Offers.class).find(World.AUTHORITY, offer.id()))
                .hasValueSatisfying(it -> assertThat(it.isLive()).isFalse());
        assertThat(ranks.line(World.AUTHORITY, World.POOL)).isEqualTo(line);
        var entries = new LineEntries(world);
        assertThat(entries.stored()).isEqualTo(entries.mustBe());
    }

    private void give(Answer answer) {
        switch (answer) {
            case NO -> world.get(AnswerOffer.class).no(World.AUTHORITY, offer.id());
            case GIVEN_BACK -> {
                world.get(AnswerOffer.class).yes(World.AUTHORITY, offer.id());
                world.get(CancelAppointment.class).cancel(World.AUTHORITY, offer.request());
            }
            case SILENCE -> letPass();
            case TWO_SILENCES_AND_A_WORD -> {
                letPass();
                world.goTo("2021-04-19T16:00:01");
                world.goTo("2021-04-21T18:02:01");
                world.get(Wake.class).wake(World.AUTHORITY, offer.request());
            }
        }
    }

    private void letPass() {
        world.goTo("2021-04-14T18:02:01");
    }
}
