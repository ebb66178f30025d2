package org.guichet.app.registration;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import org.guichet.app.catalogue.Catalogue;

/** Half days of the week, one bit each, Monday morning first; none means that all of them suit. */
public record Moments(int bits) {
    public static final Moments ALL = new Moments(0);

    private static final int HALF_DAYS = 14;

    public Moments {
        if (bits < 0 || bits >= 1 << HALF_DAYS) {
            throw new IllegalArgumentException("A week has 14 half days");
        }
    }

    /** From codes such as {@code 1m} (Monday morning) and {@code 5a} (Friday afternoon). */
    public static Moments of(Collection<String> codes) {
        var bits = 0;
        for (var day : DayOfWeek.values()) {
            bits |= codes.contains(code(day, true)) ? bit(number(day, true)) : 0;
            bits |= codes.contains(code(day, false)) ? bit(number(day, false)) : 0;
        }
        return new Moments(bits);
    }

    /** Every morning, or every afternoon, of the week. */
    public static Moments half(boolean morning) {
        var bits = 0;
        for (var day : DayOfWeek.values()) {
            bits |= bit(number(day, morning));
        }
        return new Moments(bits);
    }

    public static String code(DayOfWeek day, boolean morning) {
        return day.getValue() + (morning ? "m" : "a");
    }

    public boolean isAll() {
        return bits == 0;
    }

    public boolean has(DayOfWeek day, boolean morning) {
        return isAll() || (bits & bit(number(day, morning))) != 0;
    }

    /** 1 for Monday morning to 14 for Sunday afternoon. */
    public static int halfDay(Instant start, ZoneId zone) {
        var local = start.atZone(zone);
        return number(local.getDayOfWeek(), Catalogue.isMorning(local.toLocalTime()));
    }

    boolean includes(Instant start, ZoneId zone) {
        return isAll() || (bits & bit(halfDay(start, zone))) != 0;
    }

    private static int number(DayOfWeek day, boolean morning) {
        return 2 * day.getValue() - (morning ? 1 : 0);
    }

    private static int bit(int halfDay) {
        return 1 << (halfDay - 1);
    }
}
