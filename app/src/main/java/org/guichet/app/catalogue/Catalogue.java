package org.guichet.app.catalogue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.guichet.app.page.Contact;
import org.guichet.app.page.Localized;
import org.guichet.app.platform.Network;
import org.guichet.core.calendar.WorkingTime;

/** One authority's file: what it offers, where and when. Everything in it was checked when it was read. */
public record Catalogue(
        Authority authority,
        List<Centre> centres,
        List<Procedure> procedures,
        List<Opening> openings,
        List<Closure> closures,
        List<Agent> agents,
        List<Voiding> voidings,
        List<Shared> shared) {
    private static final LocalTime NOON = LocalTime.of(12, 30);

    /** Who runs the counters; offers are answered within {@code answerHours} of {@code answerTime}. */
    public record Authority(
            String code,
            Localized name,
            ZoneId zone,
            List<String> hosts,
            Help help,
            WorkingTime answerTime,
            Duration answerHours) {}

    public record Help(String phone, Localized hours, Localized desk) {}

    public record Centre(String code, Localized name, String address, Localized travel, int counters) {}

    /** What one comes for; its code names the pool, the waiting line over all centres. */
    public record Procedure(
            String code,
            Localized name,
            Localized forWhom,
            Duration duration,
            List<Localized> documents,
            Windows windows,
            Runs runs,
            Precedence precedence) {}

    /** The classes above the ordinary one, the first first; together they take at most so many of a hundred places. */
    public record Precedence(int share, List<LegalClass> classes) {
        public static final Precedence NONE = new Precedence(0, List.of());

        /** Whether there is any class above the ordinary one. */
        public boolean isDeclared() {
            return !classes.isEmpty();
        }

        public Optional<LegalClass> find(String code) {
            return classes.stream().filter(it -> it.code().equals(code)).findFirst();
        }

        /** Who has the greater number comes first; 0 in the ordinary class, and for a class that is no more. */
        public int of(String code) {
            return find(code).map(it -> classes.size() - classes.indexOf(it)).orElse(0);
        }
    }

    /** A class above the ordinary one: what it rests on, and the proof that an agent must see. */
    public record LegalClass(String code, Localized name, Localized basis, Localized proof) {}

    /** Windows of {@code days} days follow one another from {@code first}; the draw is {@code drawAfter} later. */
    public record Windows(LocalDate first, int days, Duration drawAfter) {}

    /** Allotment runs are held every week, at this day and time. */
    public record Runs(DayOfWeek day, LocalTime time) {}

    public record Hours(LocalTime from, LocalTime until) {}

    public record Opening(
            String centre,
            List<Integer> counters,
            String procedure,
            Set<DayOfWeek> days,
            List<Hours> hours,
            LocalDate from,
            LocalDate until) {

        public boolean isOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until) && days.contains(day.getDayOfWeek());
        }

        /** What is wrong if one counter would receive for both rules at the same time. */
        Optional<String> overlap(Opening earlier) {
            var sameDays = !from.isAfter(earlier.until) && !earlier.from.isAfter(until);
            var sameHours = hours.stream()
                    .anyMatch(it -> earlier.hours.stream()
                            .anyMatch(other -> it.from().isBefore(other.until())
                                    && other.from().isBefore(it.until())));
            return !centre.equals(earlier.centre) || !sameDays || !sameHours
                    ? Optional.empty()
                    : counters.stream()
                            .filter(earlier.counters::contains)
                            .flatMap(counter -> days.stream()
                                    .filter(earlier.days::contains)
                                    .sorted()
                                    .map(day -> "counter %d of %s is open twice at the same time on %s."
                                            .formatted(
                                                    counter, centre, day.name().toLowerCase(Locale.ROOT))))
                            .findFirst();
        }
    }

    public record Closure(String centre, LocalDate from, LocalDate until, Localized reason) {}

    public record Agent(String signIn, String name, String centre, String passwordHash) {}

    /** A draw that went wrong, and the reason that is published. */
    public record Voiding(String procedure, int window, String reason) {}

    /** Connections and contacts behind which many people are: they may do so many times what others may. */
    public record Shared(String name, List<Network> networks, List<Contact> contacts, int times) {}

    /** Whether a text may be the code of a centre or of a procedure: it stands in addresses as it is. */
    public static boolean isCode(String text) {
        return text.matches("[a-z0-9][a-z0-9-]{0,39}");
    }

    public Optional<Centre> centre(String code) {
        return centres.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    public Optional<Procedure> procedure(String code) {
        return procedures.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** The centres that ever receive for this procedure. */
    public List<Centre> centresOf(String procedure) {
        return centres.stream()
                .filter(centre -> openings.stream()
                        .anyMatch(it ->
                                it.procedure().equals(procedure) && it.centre().equals(centre.code())))
                .toList();
    }

    /** Whether a time of day belongs to the morning. */
    public static boolean isMorning(LocalTime time) {
        return time.isBefore(NOON);
    }

    public boolean isClosed(String centre, LocalDate day) {
        return closure(centre, day).isPresent();
    }

    /** Why nobody is received in a centre at an instant; empty where somebody may be. */
    public Optional<Closure> closure(String centre, Instant at) {
        return closure(centre, at.atZone(authority.zone()).toLocalDate());
    }

    /** Why a centre is closed on a day; empty where it is not. */
    public Optional<Closure> closure(String centre, LocalDate day) {
        return closures.stream()
                .filter(it -> it.centre().equals(centre) && !day.isBefore(it.from()) && !day.isAfter(it.until()))
                .findFirst();
    }
}
