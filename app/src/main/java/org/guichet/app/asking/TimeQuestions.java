package org.guichet.app.asking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.page.Form;
import org.guichet.app.page.TypedDate;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Wishes;

/** The questions about where and when: what suits, what is preferred, which days are impossible. */
public final class TimeQuestions {
    private final Catalogue catalogue;
    private final String procedure;
    private final LocalDate today;

    public TimeQuestions(Catalogue catalogue, String procedure, LocalDate today) {
        this.catalogue = catalogue;
        this.procedure = procedure;
        this.today = today;
    }

    void checkCentres(Form form) {
        if (centres(form).isEmpty()) {
            form.problem("centres", "asking.centres.missing");
        }
    }

    void checkMoments(Form form) {
        if (Moments.of(form.list("moments")).isAll()) {
            form.problem("moments", "asking.moments.missing");
        } else if (!catalogue.everReceives(procedure, today, chosen(form, List.of()))) {
            form.problem("moments", "asking.moments.never");
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
            } else if (range.get().until().isBefore(today)) {
                form.problem(from, "asking.impossible.past", "line", line);
            } else {
                days.add(range.get());
            }
        }
        if (form.isGood() && !catalogue.everReceives(procedure, today, chosen(form, days))) {
            form.problem("du-1", "asking.impossible.never");
        }
    }

    /** Checks all of it at once, for a page that shows all of it. */
    public void check(Form form) {
        if (form.value("ou").equals("choisir")) {
            checkCentres(form);
            if (form.isGood()) {
                checkMoments(form);
            }
        } else if (!form.value("ou").equals("tout")) {
            form.problem("ou", "asking.ou.missing");
        }
        checkImpossible(form);
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
        return catalogue.centresOf(procedure).stream()
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
        var from = TypedDate.day(form.value("du-" + line), today);
        var until = form.has("au-" + line) ? TypedDate.day(form.value("au-" + line), today) : from;
        return from.isEmpty() || until.isEmpty() || until.get().isBefore(from.get())
                ? Optional.empty()
                : Optional.of(new Wishes.Days(from.get(), until.get()));
    }
}
