package org.guichet.bench.looking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.guichet.app.notice.Reach;
import org.guichet.app.page.Language;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Application;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Register;
import org.guichet.app.registration.Wishes;
import org.guichet.bench.measure.Load;
import org.guichet.bench.measure.Row;
import org.guichet.bench.measure.Rows;
import org.guichet.bench.service.Exchanges;
import org.guichet.bench.service.HttpAnswer;
import org.guichet.bench.service.HttpLine;
import org.guichet.bench.service.RunningService;
import org.guichet.core.allot.Together;

/** People who asked, each with the link that was sent to them, and what they are shown. */
final class Lookers {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int ASKING_AT_ONCE = 256;

    private final RunningService service;
    private final byte[][] looks;
    private final byte[][] reloads;
    private final String[] tags;
    private final LongAdder answers = new LongAdder();
    private final LongAdder wrong = new LongAdder();

    private Lookers(RunningService service, int count) {
        this.service = service;
        this.looks = new byte[count][];
        this.reloads = new byte[count][];
        this.tags = new String[count];
        Arrays.fill(tags, "");
    }

    static Lookers ask(RunningService service, long seed, int count) {
        var all = new Lookers(service, count);
        try (var people = new Load<>(ASKING_AT_ONCE, () -> service, _ -> {})) {
            people.fastest(ASKING_AT_ONCE, count, (_, number) -> all.looks[number] = all.look(form(seed, number)));
        }
        return all;
    }

    int count() {
        return looks.length;
    }

    /** Looks until the page shows more than it did at first: the line has been read. */
    void awaitForecast(HttpLine line) {
        line.sendUntilOther(looks[0]);
    }

    /** How long the page of each is, which is the same for all. */
    int length(HttpLine line) {
        return line.send(looks[0]).length();
    }

    /** The page as one sees it for the first time. */
    Exchanges looks() {
        return new Exchanges() {
            @Override
            public byte[] request(int number) {
                return looks[number % count()];
            }

            @Override
            public void answered(int number, HttpAnswer answer) {
                tags[number % count()] = answer.tag();
                count(answer.status() == OK
                        && answer.length() > 0
                        && !answer.tag().isEmpty());
            }
        };
    }

    /** The page again, after nothing happened. */
    Exchanges reloads() {
        return new Exchanges() {
            @Override
            public byte[] request(int number) {
                return reloads[number % count()];
            }

            @Override
            public void answered(int number, HttpAnswer answer) {
                count(answer.status() == NOT_MODIFIED && answer.length() == 0);
            }
        };
    }

    void count(Rows rows) {
        rows.print(Row.wrong("not answered as it must be", "looks", wrong.sum(), answers.sum()));
    }

    private void count(boolean good) {
        answers.increment();
        if (!good) {
            wrong.increment();
        }
    }

    private byte[] look(Application form) {
        var authority = RunningService.AUTHORITY;
        var request = service.get(Register.class).register(authority, form).request();
        var key = service.get(Passes.class).key(authority, request.id(), Passes.Level.LINK);
        return HttpLine.get(service.address(), "/fr/suivi?k=" + key);
    }

    private static Application form(long seed, int number) {
        var passport =
                new Applicant.Document(Applicant.Document.Kind.PASSPORT, "FR", "L%d%09d".formatted(seed, number));
        var birth = new Applicant.Birth(1985, Optional.of(4), Optional.of(22));
        return new Application(
                RunningService.POOL,
                UUID.nameUUIDFromBytes((seed + " look " + number).getBytes(UTF_8)),
                Language.FR,
                List.of(new Applicant("PERSONNE", "No " + number, "", birth, Optional.of(passport), "")),
                Together.SIMULTANEOUS,
                Wishes.ANYTHING,
                new Reach("personne." + number + "@example.org", "", "", ""));
    }

    /** Everybody has something to reload; whoever has not looked yet looks once. */
    void prepareReloads(HttpLine line) {
        var first = looks();
        for (int person = 0; person < count(); person++) {
            if (tags[person].isEmpty()) {
                line.exchange(first, person);
            }
            reloads[person] = HttpLine.again(looks[person], tags[person]);
        }
    }
}
