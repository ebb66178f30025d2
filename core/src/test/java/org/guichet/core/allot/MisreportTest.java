package org.guichet.core.allot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.guichet.core.allot.SmallWorld.Kind;
import org.guichet.core.allot.check.OutcomeCheck;
import org.junit.jupiter.api.Test;

/** Whoever says something else than the truth never gets anything better by it. */
final class MisreportTest {
    private static final int LIES = 3;
    private static final int NOTHING = 2;

    private final Random random = new Random(20210510);
    private final AtomicInteger lies = new AtomicInteger();

    @Test
    void no_misreport_of_a_single_person_ever_helps() {
        SmallWorld.forEach(800, 20210511, Kind.TIERS, this::tryLies);
        assertThat(lies).hasPositiveValue();
    }

    @Test
    void no_misreport_of_a_group_ever_helps() {
        SmallWorld.forEach(1200, 20210512, Kind.GROUPS, this::tryLies);
        assertThat(lies).hasPositiveValue();
    }

    @Test
    void with_precedence_no_misreport_gets_anybody_a_place_who_has_none() {
        SmallWorld.forEach(600, 20210513, Kind.ALL, world -> {
            var truth = world.outcome();
            for (var i = 0; i < world.line().size(); i++) {
                var honest = worth(world, i, truth);
                for (var lie = 0; lie < LIES; lie++) {
                    var worth = worth(world, i, world.with(i, lie(world, i)).outcome());
                    var isOrdinary = world.line().get(i).precedence() == 0;
                    assertThat(worth >= honest || (honest < NOTHING && !isOrdinary))
                            .isTrue();
                }
            }
        });
    }

    private void tryLies(SmallWorld world) {
        var truth = world.outcome();
        for (var i = 0; i < world.line().size(); i++) {
            for (var lie = 0; lie < LIES; lie++) {
                lies.incrementAndGet();
                assertThat(worth(world, i, world.with(i, lie(world, i)).outcome()))
                        .isGreaterThanOrEqualTo(worth(world, i, truth));
            }
        }
    }

    /** Other wishes, and another way to come together; persons and class are seen by an agent. */
    private Turn lie(SmallWorld world, int index) {
        var truth = world.line().get(index);
        var lie = SmallWorld.turn(truth.label(), world.stock(), Kind.GROUPS, random);
        var isWish = random.nextBoolean();
        return new Turn(
                truth.label(),
                truth.persons(),
                isWish ? truth.together() : lie.together(),
                truth.precedence(),
                isWish ? lie.preferred() : truth.preferred(),
                isWish ? lie.acceptable() : truth.acceptable());
    }

    /** 0 if it is all preferred, 1 if it is all acceptable, else {@link #NOTHING}, judged by what is true. */
    private static int worth(SmallWorld world, int index, Outcome outcome) {
        var turn = world.line().get(index);
        for (var given : outcome.given()) {
            if (given.label().equals(turn.label())) {
                for (var tier : Tier.values()) {
                    var honest = new Given(turn, tier, false, given.places());
                    var alone = new Input(world.stock(), Quotas.none(world.stock()), world.line());
                    if (OutcomeCheck.fault(alone, new Outcome(List.of(honest))).isEmpty()) {
                        return tier == Tier.PREFERRED ? 0 : 1;
                    }
                }
            }
        }
        return NOTHING;
    }
}
