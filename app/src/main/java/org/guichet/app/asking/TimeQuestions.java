package org.guichet.app.asking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Horizon;
import org.guichet.app.page.Form;
import org.guichet.app.page.TypedDate;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;

/** The questions how, where and when: how several come, what suits, what is preferred, which days are impossible. */
public final class TimeQuestions {
    private static final List<String> CHOSEN = List.of("centres", "moments", "centre-prefere", "moment-prefere");

    private final Horizon horizon;
    private final Never never;

    private TimeQuestions(Horizon horizon, Horizon.Group group) {
        this.horizon = horizon;
        never = new Never(horizon, group);
    }

    /** For so many persons, who come together as the form says. */
    public static TimeQuestions of(Horizon horizon, int persons, Form form) {
        return new TimeQuestions(horizon, new Horizon.Group(persons, PersonQuestions.together(form)));
    }

    /** The option of the form that says it. */
    public static String code(Together together) {
        return PersonQuestions.TOGETHER.entrySet().stream()
                .filter(it -> it.getValue() == together)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    void checkTogether(Form form) {
        PersonQuestions.checkChoice(form, "ensemble", PersonQuestions.TOGETHER.keySet());
        if (form.isGood()) {
            never.together("ensemble").ifPresent(form::problem);
        }
    }

    void checkCentres(Form form) {
        if (centres(form).isEmpty()) {
            form.problem("centres", "asking.centres.missing");
        } else if (form.isGood()) {
            never.centres("centres", chosen(form, List.of())).ifPresent(form::problem);
        }
    }

    void checkMoments(Form form) {
        if (Moments.of(form.list("moments")).isAll()) {
            form.problem("moments", "asking.moments.missing");
        } else if (form.isGood()) {
            never.moments("moments", chosen(form, List.of())).ifPresent(form::problem);
        }
    }

    void checkPreference(Form form) {
        if (form.has("centre-prefere") && !centres(form).contains(form.value("centre-prefere"))) {
            form.problem("centre-prefere", "asking.preference.unticked");
        }
    }

    void checkImpossible(Form form) {
        var days = new ArrayList<Wishes.Days>();
        for (int line = 1; line <= Limits.IMPOSSIBLE_RANGES_MAX; line++) {
            var from = "du-" + line;
            var until = "au-" + line;
            if (!form.has(from) && !form.has(until)) {
                continue;
            }
            var range = range(form, line);
            if (range.isEmpty()) {
                form.problem(from, "asking.impossible.unread", "line", line);
            } else if (range.get().until().isBefore(horizon.from())) {
                form.problem(from, "asking.impossible.past", "line", line);
            } else {
                days.add(range.get());
            }
        }
        if (form.isGood()) {
            never.days("du-1", chosen(form, days)).ifPresent(form::problem);
        }
    }

    /** Checks all of it at once, for a page that shows all of it and was opened like this. */
    public void check(Form form, Form opened) {
        if (never.group().persons() > 1) {
            checkTogether(form);
        }
        switch (form.value("ou")) {
            case "choisir" -> {
                checkCentres(form);
                checkMoments(form);
                checkPreference(form);
            }
            case "tout" -> checkDropped(form, opened);
            default -> form.problem("ou", "asking.ou.missing");
        }
        checkImpossible(form);
    }

    // Whoever opens the page with boxes ticked and says "everything" gives them up; one ticked since then is meant.
    private static void checkDropped(Form form, Form opened) {
        if (CHOSEN.stream().anyMatch(field -> !opened.list(field).containsAll(form.list(field)))) {
            form.problem("ou", "asking.ou.dropped");
        }
    }

    public Together together() {
        return never.group().together();
    }

    public Wishes wishes(Form form) {
        var days = new ArrayList<Wishes.Days>();
        for (int line = 1; line <= Limits.IMPOSSIBLE_RANGES_MAX; line++) {
            range(form, line).ifPresent(days::add);
        }
        return chosen(form, days);
    }

    private Wishes chosen(Form form, List<Wishes.Days> impossible) {
        if (!form.value("ou").equals("choisir")) {
            return new Wishes(List.of(), Moments.ALL, List.of(), Moments.ALL, impossible);
        }
        var preferred = form.value("centre-prefere");
        return new Wishes(
                centres(form),
                Moments.of(form.list("moments")),
                centres(form).contains(preferred) ? List.of(preferred) : List.of(),
                half(form.value("moment-prefere")),
                impossible);
    }

    private List<String> centres(Form form) {
        return horizon.centres().stream()
                .map(Catalogue.Centre::code)
                .filter(form.list("centres")::contains)
                .toList();
    }

    private static Moments half(String chosen) {
        return switch (chosen) {
            case "matin" -> Moments.half(true);
            case "apres-midi" -> Moments.half(false);
            default -> Moments.ALL;
        };
    }

    private Optional<Wishes.Days> range(Form form, int line) {
        var from = TypedDate.day(form.value("du-" + line), horizon.from());
        var until = form.has("au-" + line) ? TypedDate.day(form.value("au-" + line), horizon.from()) : from;
        return from.isEmpty() || until.isEmpty() || until.get().isBefore(from.get())
                ? Optional.empty()
                : Optional.of(new Wishes.Days(from.get(), until.get()));
    }
}
