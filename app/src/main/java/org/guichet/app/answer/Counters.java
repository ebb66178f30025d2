package org.guichet.app.answer;

import java.util.List;
import java.util.stream.Collectors;
import org.guichet.app.catalogue.Place;
import org.guichet.app.page.View;

/** Where exactly: the counters, and the times where they differ. */
final class Counters {
    private Counters() {}

    static String of(View view, List<Place> places) {
        var starts = places.stream().map(Place::startsAt).distinct().count();
        return starts == 1
                ? view.t(
                        "answer.counters",
                        "count",
                        places.size(),
                        "numbers",
                        view.list(places.stream()
                                .map(it -> String.valueOf(it.counter()))
                                .toList()))
                : places.stream()
                        .map(it ->
                                view.t("answer.counter-at", "time", view.time(it.startsAt()), "number", it.counter()))
                        .collect(Collectors.joining(" · "));
    }
}
