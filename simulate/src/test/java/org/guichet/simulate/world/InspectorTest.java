package org.guichet.simulate.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.guichet.core.allot.Place;
import org.guichet.core.allot.Together;
import org.guichet.simulate.rules.Dice;
import org.junit.jupiter.api.Test;

/** The check that decides the exit code must be able to find what it looks for. */
final class InspectorTest {
    private static final Settings SETTINGS = SmallWorld.of(100);
    private static final Timetable TIMETABLE = new Timetable(SETTINGS);
    private static final int NOW = 0;

    private final Inspector inspector = new Inspector(TIMETABLE);
    private final Diary diary = new Diary(new Dice(1), SETTINGS, TIMETABLE);

    @Test
    void a_place_given_twice_is_found() {
        diary.offer(asker(1, Together.SAME_DAY), places(30), NOW);
        assertThat(diary.heldTwice()).isZero();
        diary.offer(asker(1, Together.SAME_DAY), places(30), NOW);
        assertThat(diary.heldTwice()).isOne();
    }

    @Test
    void a_family_with_a_place_too_few_is_found() {
        inspector.given(asker(2, Together.SAME_DAY), places(30));
        assertThat(inspector.promises(0)).isEqualTo(new Promises(0, 1, 0));
    }

    @Test
    void a_family_that_does_not_come_together_is_found() {
        // A week has five days of four hours, each with two centres of three counters: 24 places a day, 6 an hour.
        inspector.given(asker(2, Together.SIMULTANEOUS), places(30, 31));
        inspector.given(asker(2, Together.ADJACENT), places(30, 36));
        inspector.given(asker(2, Together.SAME_DAY), places(30, 36));
        assertThat(inspector.promises(0).kept()).isTrue();
        inspector.given(asker(2, Together.SIMULTANEOUS), places(30, 36));
        inspector.given(asker(2, Together.ADJACENT), places(30, 31));
        inspector.given(asker(2, Together.SAME_DAY), places(30, 54));
        assertThat(inspector.promises(0).brokenGroups()).isEqualTo(3);
    }

    @Test
    void who_is_passed_over_is_found() {
        inspector.left(List.of(asker(2, Together.SIMULTANEOUS)), places(30, 36), NOW);
        assertThat(inspector.promises(0).kept()).isTrue();
        inspector.left(List.of(asker(1, Together.SAME_DAY), asker(2, Together.SIMULTANEOUS)), places(30, 31), NOW);
        assertThat(inspector.promises(0).passedOver()).isEqualTo(2);
    }

    @Test
    void nobody_is_passed_over_by_a_place_of_today_who_cannot_come_today() {
        inspector.left(List.of(asker(1, Together.SAME_DAY)), places(3), NOW);
        assertThat(inspector.promises(0).kept()).isTrue();
    }

    private static List<Place> places(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(number -> TIMETABLE.week(0).get(number))
                .toList();
    }

    private static Asker asker(int persons, Together together) {
        var reach = new Asker.Reach(~0, ~0, 0, false);
        return new Asker(new Asker.Wish(1, 0, persons, together, 500, Channel.DESK, reach, true), TIMETABLE);
    }
}
