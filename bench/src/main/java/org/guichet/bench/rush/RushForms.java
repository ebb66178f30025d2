package org.guichet.bench.rush;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.guichet.bench.measure.Row;
import org.guichet.bench.measure.Rows;
import org.guichet.bench.service.Exchanges;
import org.guichet.bench.service.HttpAnswer;
import org.guichet.bench.service.Recorded;
import org.guichet.bench.service.RunningService;
import org.guichet.bench.service.SealedForms;

/** Forms filled in to the last page, nearly each of somebody whom nobody else is, and what each was answered. */
final class RushForms {
    // As impatient people do: every so many forms one is sent twice at the same moment.
    private static final int TWICE_EVERY = 20;
    // Every so many forms one is a second one of the person before.
    private static final int SECOND_EVERY = 50;
    private static final int SEE_OTHER = 303;

    private final SealedForms sealed;
    private final String name;
    private final Map<UUID, Answered> answered = new ConcurrentHashMap<>();
    private final Map<UUID, UUID> seconds = new HashMap<>();
    private final LongAdder refused = new LongAdder();
    private int made;

    /** Of people whom no bench of another name or seed knows. */
    RushForms(RunningService service, String bench, long seed) {
        this.sealed = new SealedForms(service, RunningService.POOL);
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

    Exchanges sending(List<Sealed> forms) {
        return new Exchanges() {
            @Override
            public byte[] request(int number) {
                return forms.get(number).post;
            }

            @Override
            public void answered(int number, HttpAnswer answer) {
                count(forms.get(number), answer);
            }
        };
    }

    private void count(Sealed form, HttpAnswer answer) {
        if (answer.status() != SEE_OTHER || !answer.location().contains("/recu?")) {
            refused.increment();
            return;
        }
        var so = answered.computeIfAbsent(form.submission, _ -> new Answered());
        (answer.location().contains("deja=1") ? so.asOld : so.asNew).increment();
    }

    void count(Rows rows, Recorded recorded) {
        recorded.count(rows, answered.keySet(), answeredWrong(it -> it.asNew.sum() > 1));
        var second = seconds.entrySet().stream()
                .filter(it -> answered.containsKey(it.getKey()) && answered.containsKey(it.getValue()))
                .count();
        rows.print(
                Row.wrong("second requests not told apart", "requests", Math.abs(recorded.joined() - second), second));
        rows.print(Row.wrong("never told as new", "requests", answeredWrong(it -> it.asNew.sum() == 0), made));
        rows.print(Row.wrong("refused", "requests", refused.sum(), made));
    }

    private long answeredWrong(Predicate<Answered> wrong) {
        return answered.values().stream().filter(wrong).count();
    }

    private Sealed form(int number) {
        var person = number;
        if (number % SECOND_EVERY == SECOND_EVERY - 1) {
            person--;
            seconds.put(submission(number), submission(person));
        }
        var fields = SealedForms.alone("%s%09d".formatted(name, person), "personne." + number + "@example.org");
        return new Sealed(submission(number), sealed.post(submission(number), fields));
    }

    private UUID submission(int number) {
        return UUID.nameUUIDFromBytes((name + " " + number).getBytes(UTF_8));
    }
}
