package org.guichet.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WorkingTimeTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.of(2021, 4, 5), LocalDate.of(2021, 5, 13));
    private static final WorkingTime OFFICE = new WorkingTime(
            PARIS,
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(18, 0),
            HOLIDAYS::contains);

    @Test
    void twenty_hours_from_monday_at_four_end_on_wednesday_at_six() {
        assertThat(OFFICE.after(paris("2021-04-12T16:00"), Duration.ofHours(20)))
                .isEqualTo(paris("2021-04-14T18:00"));
    }

    @Test
    void a_deadline_set_at_night_starts_in_the_morning() {
        assertThat(OFFICE.after(paris("2021-04-12T23:30"), Duration.ofHours(1))).isEqualTo(paris("2021-04-13T10:00"));
    }

    @Test
    void weekends_and_holidays_do_not_count() {
        assertThat(OFFICE.after(paris("2021-04-02T17:00"), Duration.ofHours(2))).isEqualTo(paris("2021-04-06T10:00"));
    }

    @Test
    void a_night_on_which_the_clocks_change_is_as_long_as_it_really_is() {
        var always = new WorkingTime(
                PARIS, EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.of(6, 0), _ -> false);
        assertThat(always.after(paris("2021-03-28T00:00"), Duration.ofHours(5))).isEqualTo(paris("2021-03-28T06:00"));
        assertThat(always.after(paris("2021-10-31T00:00"), Duration.ofHours(7))).isEqualTo(paris("2021-10-31T06:00"));
    }

    @Test
    void a_calendar_that_never_works_is_refused_instead_of_searched_for_ever() {
        var never = new WorkingTime(
                PARIS, EnumSet.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), LocalTime.of(18, 0), _ -> true);
        assertThatThrownBy(() -> never.after(paris("2021-04-12T16:00"), Duration.ofHours(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Instant paris(String local) {
        return LocalDateTime.parse(local).atZone(PARIS).toInstant();
    }
}
