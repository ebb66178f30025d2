package org.guichet.simulate.world;

import java.util.HashSet;
import java.util.Set;
import org.guichet.core.allot.Place;
import org.guichet.core.allot.Together;
import org.guichet.simulate.rules.Seeker;

/** One request of one run: what it wants, which never changes, and how far it has come. */
final class Asker implements Seeker {
    /** What a person is and wants, the same in every run; {@code centres} and {@code weekdays} are bit sets. */
    record Wish(
            int id, int day, int persons, Together together, int value, Channel channel, Reach reach, boolean real) {}

    record Reach(int centres, int weekdays, int favourite, boolean standby) {}

    private final Wish wish;
    private final Timetable timetable;
    private final Set<Integer> impossibleDays = new HashSet<>();

    private int booked;
    private int served;
    private int bookings;
    private int absences;
    private int lastDay = -1;
    private boolean apart;
    private boolean gone;

    Asker(Wish wish, Timetable timetable) {
        this.wish = wish;
        this.timetable = timetable;
    }

    Wish wish() {
        return wish;
    }

    @Override
    public int persons() {
        return wish.persons();
    }

    @Override
    public Together together() {
        return wish.together();
    }

    @Override
    public boolean prefers(Place place) {
        return timetable.centre(place) == wish.reach().favourite() && accepts(place);
    }

    @Override
    public boolean accepts(Place place) {
        var day = timetable.day(place);
        return has(wish.reach().centres(), timetable.centre(place))
                && has(wish.reach().weekdays(), day % Timetable.DAYS)
                && !impossibleDays.contains(day);
    }

    /** Whether this place is far enough ahead: on the day itself only who stands by can come. */
    boolean inTime(Place place, int hour) {
        return wish.reach().standby() || timetable.day(place) > hour / Timetable.HOURS_A_DAY;
    }

    /** Persons without a place. */
    int missing() {
        return persons() - booked - served;
    }

    boolean waits() {
        return !gone && missing() > 0;
    }

    /** Counts the bookings of this request, so that each has a fate of its own. */
    int books(int places) {
        booked += places;
        apart |= places < persons();
        return bookings++;
    }

    void comes(int places, int day) {
        booked -= places;
        served += places;
        lastDay = day;
    }

    /** Gives a place up, or misses it: that day is no longer possible. */
    void misses(int places, int day) {
        booked -= places;
        impossibleDays.add(day);
    }

    /** Was neither there nor gave the place up; who does so twice asks no more. */
    void isAbsent(int places, int day) {
        misses(places, day);
        gone = ++absences > 1;
    }

    int served() {
        return served;
    }

    int bookings() {
        return bookings;
    }

    boolean isServed() {
        return served == persons();
    }

    /** Served, or asks no more. */
    boolean isDone() {
        return gone || isServed();
    }

    boolean isApart() {
        return apart;
    }

    int lastDay() {
        return lastDay;
    }

    private static boolean has(int bits, int number) {
        return (bits >> number & 1) == 1;
    }
}
