package org.guichet.bench.rush;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.guichet.app.asking.Answers;
import org.guichet.app.page.Seals;
import org.guichet.bench.measure.Row;
import org.guichet.bench.measure.Rows;
import org.guichet.bench.service.HttpLine;
import org.guichet.bench.service.Recorded;
import org.guichet.bench.service.RunningService;
import tools.jackson.databind.json.JsonMapper;

/** Forms filled in to the last page, each of somebody whom nobody else is, and what each was answered. */
final class RushForms {
    // As impatient people do: every so many forms one is sent twice at the same moment.
    private static final int TWICE_EVERY = 20;
    private static final int SEE_OTHER = 303;

    private final RunningService service;
    private final String name;
    private final Map<UUID, Answered> answered = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();
    private int made;

    /** Of people whom no bench of another name or seed knows. */
    RushForms(RunningService service, String bench, long seed) {
        this.service = service;
        this.name = bench + seed;
    }

    /** How often a form was answered as new, and how often as sent before. */
    private record Answered(LongAdder asNew, LongAdder asOld) {
        Answered() {
            this(new LongAdder(), new LongAdder());
        }
    }

    /** A form ready to be sent. */
    static final class Sealed {
        private final UUID submission;
        private final byte[] post;

        private Sealed(UUID submission, byte[] post) {
            this.submission = submission;
            this.post = post;
        }
    }

    List<Sealed> make(int count) {
        var forms = new ArrayList<Sealed>();
        while (forms.size() < count) {
            var form = form(made++);
            forms.add(form);
            if (made % TWICE_EVERY == 0 && forms.size() < count) {
                forms.add(form);
            }
        }
        return forms;
    }

    void send(HttpLine line, Sealed form) {
        var answer = line.send(form.post);
        if (answer.status() != SEE_OTHER || !answer.location().contains("/recu?")) {
            refused.increment();
            return;
        }
        var so = answered.computeIfAbsent(form.submission, _ -> new Answered());
        (answer.location().contains("deja=1") ? so.asOld : so.asNew).increment();
    }

    void count(Rows rows, Recorded recorded) {
        recorded.count(rows, answered.keySet(), answeredWrong(it -> it.asNew.sum() > 1));
        rows.print(Row.wrong("never told as new", "requests", answeredWrong(it -> it.asNew.sum() == 0), made));
        rows.print(Row.wrong("refused", "requests", refused.sum(), made));
    }

    private long answeredWrong(Predicate<Answered> wrong) {
        return answered.values().stream().filter(wrong).count();
    }

    private Sealed form(int number) {
        var submission = UUID.nameUUIDFromBytes((name + " " + number).getBytes(UTF_8));
        var fields = Map.ofEntries(
                Map.entry("qui", "moi"),
                Map.entry("fait-qui", "1"),
                Map.entry("p1-nom", "PERSONNE"),
                Map.entry("p1-prenoms", "Quelqu’un"),
                Map.entry("p1-jour", "22"),
                Map.entry("p1-mois", "4"),
                Map.entry("p1-annee", "1985"),
                Map.entry("fait-personne-1", "1"),
                Map.entry("p1-document", "passeport"),
                Map.entry("p1-pays", "FR"),
                Map.entry("p1-numero", "%s%09d".formatted(name, number)),
                Map.entry("fait-document-1", "1"),
                Map.entry("ou", "tout"),
                Map.entry("fait-ou", "1"),
                Map.entry("fait-impossible", "1"),
                Map.entry("courriel", "personne." + number + "@example.org"),
                Map.entry("fait-joindre", "1"));
        var sealed = service.get(Seals.class)
                .seal(
                        "answers/" + RunningService.AUTHORITY.value() + "/" + RunningService.POOL,
                        JsonMapper.shared().writeValueAsString(new Answers(submission, true, fields)));
        URI server = service.address();
        return new Sealed(
                submission, HttpLine.post(server, "/fr/demande/" + RunningService.POOL + "/envoi?s=" + sealed));
    }
}
