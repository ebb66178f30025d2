package org.guichet.bench.contention;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.guichet.app.choosing.Wanted;
import org.guichet.bench.service.HttpAnswer;
import org.guichet.bench.service.HttpLine;
import org.guichet.bench.service.RunningService;
import org.guichet.bench.service.SealedForms;

/**
 * Attempts at a place, each a form filled in to the last page, sent over HTTP. The same people come back with a new
 * form and another time; one of five comes as a couple; one form of twenty is sent twice at the same moment.
 */
final class Attempts {
    private static final int ATTEMPTS_EACH = 4;
    private static final int COUPLE_EVERY = 5;
    private static final int TWICE_EVERY = 20;
    private static final int READ_EVERY = 50;
    private static final double SWEEP = 0.7;
    private static final int SEE_OTHER = 303;
    private static final int OK = 200;
    private static final int BROKEN = 500;

    private final RunningService service;
    private final SealedForms forms;
    private final ChoicePool pool;
    private final long seed;
    private final int count;
    private final LongAdder receipts = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder broken = new LongAdder();
    private final LongAdder unexplained = new LongAdder();

    Attempts(RunningService service, ChoicePool pool, long seed, int count) {
        this.service = service;
        this.forms = new SealedForms(service, ChoicePool.POOL);
        this.pool = pool;
        this.seed = seed;
        this.count = count;
    }

    void send(HttpLine line, int number) {
        var attempt = number % TWICE_EVERY == 1 ? number - 1 : number;
        var party = attempt % Math.max(1, count / ATTEMPTS_EACH);
        send(line, attempt, form(party, pool.wanted(share(attempt))));
    }

    /** When all have gone, each place that was given back last finds somebody who comes alone and never came before. */
    int sendLate(HttpLine line) {
        var free = pool.free();
        for (int late = 0; late < free.size(); late++) {
            // Of every few parties one is a couple, and none of these.
            send(line, count + late, form(COUPLE_EVERY * (count + late) + 1, free.get(late)));
        }
        return free.size();
    }

    private void send(HttpLine line, int number, Map<String, String> form) {
        var submission = UUID.nameUUIDFromBytes((seed + " attempt " + number).getBytes(UTF_8));
        var answer = line.send(forms.post(submission, form));
        if (answer.status() >= BROKEN) {
            broken.increment();
        } else if (answer.status() == SEE_OTHER && answer.location().contains("/recu?")) {
            receipts.increment();
        } else if (isRefusal(answer)) {
            refused.increment();
            if (number % READ_EVERY == 0) {
                read(line, answer.location().substring(0, answer.location().indexOf('#')));
            }
        } else {
            unexplained.increment();
        }
    }

    /** Answered as a request that was recorded, whether or not its persons stand in the line already. */
    long receipts() {
        return receipts.sum();
    }

    /** Told in a sentence that there is no such place any more. */
    long refused() {
        return refused.sum();
    }

    /** Answered with 5xx. */
    long broken() {
        return broken.sum();
    }

    /** Answered with anything else. */
    long unexplained() {
        return unexplained.sum();
    }

    // To a page that says in a sentence that the place is taken, or that places are not chosen any more.
    private static boolean isRefusal(HttpAnswer answer) {
        return answer.status() == SEE_OTHER && answer.location().endsWith("#dit");
    }

    private void read(HttpLine line, String address) {
        var page = line.send(HttpLine.get(service.address(), address));
        if (page.status() >= BROKEN) {
            broken.increment();
        } else if (page.status() != OK && !isRefusal(page)) {
            unexplained.increment();
        }
    }

    private Map<String, String> form(int party, Wanted wanted) {
        var fields = new LinkedHashMap<String, String>();
        var persons = party % COUPLE_EVERY == 0 ? 2 : 1;
        fields.put("qui", persons == 2 ? "groupe" : "moi");
        fields.put("fait-qui", "1");
        for (int person = 1; person <= persons; person++) {
            fields.putAll(SealedForms.person(person, "C%d%d%08d".formatted(seed, person, party)));
        }
        if (persons == 2) {
            fields.put("encore-2", "non");
            fields.put("fait-encore-2", "1");
            fields.put("ensemble", "meme-heure");
            fields.put("fait-ensemble", "1");
        }
        fields.put("voie", "calendar");
        fields.put("place", wanted.toString());
        fields.put("fait-place", "1");
        fields.putAll(SealedForms.reached("personne." + party + "@example.org"));
        return fields;
    }

    // Everybody wants the same time, then the next, as where the earliest is on top; then whatever may be left.
    private double share(int attempt) {
        var sweep = count * SWEEP;
        return attempt < sweep ? attempt / sweep : new Random(seed + attempt).nextDouble();
    }
}
