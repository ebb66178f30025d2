package org.guichet.app.reception;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guichet.app.access.Staff;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Place;
import org.guichet.app.page.Form;
import org.guichet.app.page.Language;
import org.guichet.app.page.Localized;

/** The board of a day, the box that finds, and beside them one dossier. */
public record DayPage(
        Staff staff,
        Catalogue catalogue,
        Day day,
        List<Days.Appointment> all,
        Optional<List<Days.Appointment>> listed,
        Optional<Panel> panel,
        Form find) {

    /**
     * The day that is shown, the days before and after it on which the centre works, and beside today the appointments
     * of days before of which nobody noted what became of them.
     */
    public record Day(LocalDate date, LocalDate before, LocalDate after, List<Days.Appointment> unnoted) {}

    /** One dossier; {@code opened} where it was asked for, {@code tooLate} where its last step could not be undone. */
    public record Panel(Days.Appointment appointment, List<Place> places, boolean opened, boolean tooLate) {
        public Visit.State state() {
            return appointment.state();
        }

        public boolean isOpen() {
            return state() == Visit.State.EXPECTED || state() == Visit.State.WAITING || state() == Visit.State.CALLED;
        }
    }

    /** The same, showing only what was found. */
    DayPage found(List<Days.Appointment> some, Form typed) {
        return new DayPage(staff, catalogue, day, all, Optional.of(some), panel, typed);
    }

    /** The same, saying why nothing was found. */
    DayPage notFound(Form typed) {
        return new DayPage(staff, catalogue, day, all, listed, panel, typed);
    }

    public boolean isToday() {
        return day.date().equals(staff.today());
    }

    /** Whether something can be done with the dossier that is shown. */
    public boolean isInHand() {
        return panel.filter(it -> Days.isInHand(staff.desk(), it.appointment(), staff.now()))
                .isPresent();
    }

    /** Why the centre is closed on this day; empty where it is not. */
    public Optional<Localized> closure() {
        return catalogue.closure(staff.desk().centre().code(), day.date()).map(Catalogue.Closure::reason);
    }

    public List<Days.Appointment> rows() {
        return listed.orElse(all);
    }

    public long count(Visit.State state) {
        return all.stream().filter(it -> it.state() == state).count();
    }

    /** What the tab of the browser says. */
    public String title() {
        return panel.filter(Panel::opened)
                .map(it -> staff.view()
                        .t(
                                "staff.panel.title",
                                "time",
                                staff.view().time(it.appointment().offer().startsAt())))
                .orElseGet(this::summary);
    }

    /** All of the day in one sentence. */
    public String summary() {
        return staff.view()
                .t(
                        isToday() ? "staff.day.today" : "staff.day.other",
                        "date",
                        staff.view().date(day.date()),
                        "count",
                        all.size(),
                        "received",
                        count(Visit.State.RECEIVED),
                        "incomplete",
                        count(Visit.State.INCOMPLETE),
                        "absent",
                        count(Visit.State.ABSENT),
                        "closed",
                        count(Visit.State.CLOSED),
                        "waiting",
                        count(Visit.State.WAITING));
    }

    /** Mark and word; with the counter for those who are at one. */
    public String state(Days.Appointment appointment) {
        var counter = appointment.visit().flatMap(Visit::call).map(Visit.Call::counter);
        return staff.view()
                .t("staff.state." + appointment.state().name().toLowerCase(Locale.ROOT), "counter", counter.orElse(0));
    }

    /** Minutes for those who wait or are at a counter, the time for the others. */
    public String since(Days.Appointment appointment) {
        var view = staff.view();
        return appointment
                .visit()
                .map(it -> switch (appointment.state()) {
                    case WAITING, CALLED ->
                        view.t(
                                "staff.day.minutes",
                                "count",
                                Duration.between(it.since(), staff.now()).toMinutes());
                    case EXPECTED, RECEIVED, INCOMPLETE, ABSENT, CLOSED -> view.time(it.since());
                })
                .orElse("");
    }

    /** The procedure by the end of its name: names say what is common to several first, then a colon. */
    public String procedure(Days.Appointment appointment) {
        var name = staff.view()
                .t(catalogue
                        .procedure(appointment.request().pool())
                        .orElseThrow()
                        .name());
        return name.substring(name.lastIndexOf(": ") < 0 ? 0 : name.lastIndexOf(": ") + 2);
    }

    public String language(Days.Appointment appointment) {
        return appointment.request().language().locale().getDisplayLanguage(Language.FR.locale());
    }

    public String together(Days.Appointment appointment) {
        return staff.view()
                .t("staff.together." + appointment.request().together().name().toLowerCase(Locale.ROOT));
    }

    /** The counters that were meant, and the times where they differ. */
    public String counters(Panel of) {
        var view = staff.view();
        return of.places().stream()
                .map(it -> view.t("staff.panel.place", "time", view.time(it.startsAt()), "counter", it.counter()))
                .collect(Collectors.joining(" · "));
    }

    public boolean isLate(Days.Appointment appointment) {
        return !staff.now().isBefore(appointment.offer().startsAt());
    }
}
