package org.guichet.simulate.world;

import org.guichet.simulate.rules.Reseller;

/**
 * The world: how large it is and how its people behave; all shares are out of 100.
 *
 * @param weeks how many weeks people ask; as many weeks of places are offered
 * @param demand persons who ask for 100 places
 * @param families requests for two to four persons
 * @param absences what holders of a place do
 * @param standby requests that could come the same day, within the hour
 */
public record Settings(
        int weeks, int demand, Size size, int families, Absences absences, int standby, Reseller reseller) {
    /** Centres, counters in each, and hours a counter is open each weekday; a place is one hour of a counter. */
    public record Size(int centres, int counters, int hours) {
        int placesAWeek() {
            return centres * counters * hours * Timetable.DAYS;
        }
    }

    /**
     * What holders of a place do.
     *
     * @param refused offers of a day the person did not choose, refused at once
     * @param early given up at least a day before
     * @param late given up on the morning of the day
     * @param absent neither given up nor used
     */
    public record Absences(int refused, int early, int late, int absent) {}
}
