package org.guichet.app.status;

import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.app.asking.TimeQuestions;
import org.guichet.app.notice.Reach;
import org.guichet.app.page.Form;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Request;

/** A request's present answers as a form, ready to be changed. */
final class Filled {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT);

    private Filled() {}

    static Form wishes(Request request) {
        var wishes = request.wishes();
        var fields = new LinkedHashMap<String, String>();
        var everything = wishes.centres().isEmpty() && wishes.moments().isAll();
        fields.put("ensemble", TimeQuestions.code(request.together()));
        fields.put("ou", everything ? "tout" : "choisir");
        fields.put("centres", String.join(",", wishes.centres()));
        fields.put("moments", codes(wishes.moments()));
        fields.put("centre-prefere", String.join(",", wishes.preferredCentres()));
        fields.put("moment-prefere", half(wishes.preferredMoments()));
        for (int i = 0; i < wishes.impossible().size(); i++) {
            fields.put("du-" + (i + 1), DAY.format(wishes.impossible().get(i).from()));
            fields.put("au-" + (i + 1), DAY.format(wishes.impossible().get(i).until()));
        }
        return new Form(fields);
    }

    static Form reach(Reach reach) {
        var post = reach.post().split(", (?=[^,]*$)", 2);
        return new Form(Map.of(
                "courriel",
                reach.email(),
                "mobile",
                reach.mobile(),
                "rue",
                post[0],
                "ville",
                post.length > 1 ? post[1] : "",
                "association",
                reach.association(),
                "bureau",
                reach.isAtTheDesk() ? "1" : ""));
    }

    private static String codes(Moments moments) {
        return moments.isAll()
                ? ""
                : Stream.of(DayOfWeek.values())
                        .flatMap(day -> Stream.of(true, false)
                                .filter(morning -> moments.has(day, morning))
                                .map(morning -> Moments.code(day, morning)))
                        .collect(Collectors.joining(","));
    }

    private static String half(Moments moments) {
        if (moments.isAll()) {
            return "";
        }
        return moments.equals(Moments.half(true)) ? "matin" : "apres-midi";
    }
}
