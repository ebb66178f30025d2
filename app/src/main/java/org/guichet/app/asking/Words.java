package org.guichet.app.asking;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.page.View;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Wishes;

/** Answers read back in words. */
public final class Words {
    private Words() {}

    public static List<String> where(View view, Catalogue catalogue, Wishes wishes) {
        return wishes.centres().isEmpty()
                ? List.of(view.t("words.centres.all"))
                : wishes.centres().stream()
                        .flatMap(it -> catalogue.centre(it).stream())
                        .map(Catalogue.Centre::address)
                        .toList();
    }

    /** A line a day; "all" where everything suits. */
    public static List<String> when(View view, Wishes wishes) {
        if (wishes.moments().isAll()) {
            return List.of(view.t("words.moments.all"));
        }
        var lines = new ArrayList<String>();
        for (var day : Step.days()) {
            var morning = wishes.moments().has(day, true);
            var afternoon = wishes.moments().has(day, false);
            if (morning || afternoon) {
                var part = morning && afternoon ? "day" : morning ? "morning" : "afternoon";
                lines.add(view.t("words.moments." + part, "day", view.weekday(day)));
            }
        }
        return lines;
    }

    public static List<String> impossible(View view, Wishes wishes) {
        return wishes.impossible().stream()
                .map(it -> it.from().equals(it.until())
                        ? view.date(it.from())
                        : view.t("words.days", "from", view.date(it.from()), "until", view.date(it.until())))
                .toList();
    }

    public static String preference(View view, Catalogue catalogue, Wishes wishes) {
        var centres = wishes.preferredCentres().stream()
                .flatMap(it -> catalogue.centre(it).stream())
                .map(Catalogue.Centre::address);
        var half = wishes.preferredMoments().isAll()
                ? Stream.<String>empty()
                : Stream.of(view.t(
                        wishes.preferredMoments().equals(Moments.half(true))
                                ? "asking.preference.morning"
                                : "asking.preference.afternoon"));
        return Stream.concat(centres, half).collect(Collectors.joining(", "));
    }
}
