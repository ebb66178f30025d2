package org.guichet.bench.rush;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.guichet.app.notice.Reach;
import org.guichet.app.page.Language;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Application;
import org.guichet.app.registration.Register;
import org.guichet.app.registration.Wishes;
import org.guichet.bench.measure.Common;
import org.guichet.bench.measure.OnDisk;
import org.guichet.bench.measure.Rounds;
import org.guichet.bench.measure.Row;
import org.guichet.bench.measure.Rows;
import org.guichet.bench.service.BareRows;
import org.guichet.bench.service.OneService;
import org.guichet.bench.service.Recorded;
import org.guichet.bench.service.RunningService;
import org.guichet.core.allot.Together;
import org.springframework.transaction.CannotCreateTransactionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Recording requests, with all that belongs to it, against inserting single rows. */
@Command(
        name = "register",
        mixinStandardHelpOptions = true,
        description = "Records requests from many threads, against inserting single rows.")
public final class RegisterBench implements Callable<Integer> {
    private static final String YARDSTICK =
            "as many threads each insert a row of 500 bytes at a time, through the same 20 connections";
    // As impatient people do: every so many forms one is sent twice at the same moment.
    private static final int TWICE_EVERY = 20;

    @Mixin
    private Common common = new Common();

    @Mixin
    private OnDisk disk = new OnDisk();

    @Option(names = "--requests", paramLabel = "N", description = "How many in a round (default 5000, small 200).")
    private int asked;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "16",
            description = "How many at the same time (default ${DEFAULT-VALUE}; the service has 20 connections).")
    private int threads;

    private final OneService running;

    // Every form, every number that was answered to it, and how often there was no connection in time.
    private final List<Application> forms = new ArrayList<>();
    private final Map<UUID, Set<String>> numbers = new ConcurrentHashMap<>();
    private final LongAdder refusals = new LongAdder();

    public RegisterBench(OneService running) {
        this.running = running;
    }

    @Override
    public Integer call() {
        var rows = common.rows();
        var requests = common.size(asked, 5_000, 200);
        common.say("starting the service");
        var service = running.in(disk.folder());
        var recorded = new Recorded(service);
        var bare = new BareRows(service);
        common.say("%,d requests from %d threads, %d rounds".formatted(requests, threads, common.rounds()));
        var rounds = Rounds.of(
                common.rounds(),
                () -> requests / register(service.get(Register.class), requests),
                () -> requests / store(bare, requests));
        rows.print(Row.measured("recorded", "requests/s", rounds.middle())
                .with("requests", requests)
                .with("threads", threads)
                .with(rounds)
                .with("yardstick_is", YARDSTICK));
        count(rows, recorded);
        return rows.exitCode();
    }

    private double register(Register register, int requests) {
        var first = forms.size();
        IntStream.range(first, first + requests).mapToObj(this::form).forEach(forms::add);
        var sent = IntStream.range(first, first + requests)
                .flatMap(form -> form % TWICE_EVERY == 0 ? IntStream.of(form, form) : IntStream.of(form))
                .mapToObj(forms::get)
                .toList();
        return atOnce(sent, form -> send(register, form));
    }

    private void send(Register register, Application form) {
        try {
            var request = register.register(RunningService.AUTHORITY, form).request();
            numbers.computeIfAbsent(form.submission(), _ -> ConcurrentHashMap.newKeySet())
                    .add(request.number().digits());
        } catch (CannotCreateTransactionException noConnection) {
            refusals.increment();
        }
    }

    private double store(BareRows bare, int requests) {
        return atOnce(IntStream.range(0, requests).boxed().toList(), _ -> bare.insert());
    }

    private <T> double atOnce(List<T> all, Consumer<T> work) {
        return Rounds.seconds(() -> {
            try (var pool =
                    Executors.newFixedThreadPool(threads, Thread.ofVirtual().factory())) {
                CompletableFuture.allOf(all.stream()
                                .map(each -> CompletableFuture.runAsync(() -> work.accept(each), pool))
                                .toArray(CompletableFuture[]::new))
                        .join();
            }
        });
    }

    private void count(Rows rows, Recorded recorded) {
        var severalNumbers =
                numbers.values().stream().filter(it -> it.size() > 1).count();
        recorded.count(rows, numbers.keySet(), severalNumbers);
        rows.print(Row.wrong("refused for want of a connection", "requests", refusals.sum(), forms.size()));
    }

    /** The form of somebody whom nobody else is. */
    private Application form(int number) {
        var passport = new Applicant.Document(Applicant.Document.Kind.PASSPORT, "FR", "%09d".formatted(number));
        var birth = new Applicant.Birth(1985, Optional.of(4), Optional.of(22));
        var person = new Applicant("PERSONNE", "No " + number, "", birth, Optional.of(passport), "");
        return new Application(
                RunningService.POOL,
                UUID.nameUUIDFromBytes((common.seed() + " form " + number).getBytes(UTF_8)),
                Language.FR,
                List.of(person),
                Together.SIMULTANEOUS,
                Wishes.ANYTHING,
                new Reach("personne." + number + "@example.org", "", "", ""));
    }
}
