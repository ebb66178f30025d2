package org.guichet.bench.rush;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.guichet.bench.measure.AtRate;
import org.guichet.bench.measure.Common;
import org.guichet.bench.measure.Latencies;
import org.guichet.bench.measure.Load;
import org.guichet.bench.measure.OnDisk;
import org.guichet.bench.measure.Rounds;
import org.guichet.bench.measure.Row;
import org.guichet.bench.service.BareRows;
import org.guichet.bench.service.HttpLine;
import org.guichet.bench.service.OneService;
import org.guichet.bench.service.OpenLoop;
import org.guichet.bench.service.ProcessorTime;
import org.guichet.bench.service.Recorded;
import org.guichet.bench.service.RunningService;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Complete registrations over HTTP, against inserting single rows past it. */
@Command(
        name = "rush",
        mixinStandardHelpOptions = true,
        description = {
            "Sends complete forms over HTTP, against inserting single rows from 64 connections into the same database.",
            "First as fast as they are answered; then at a fixed rate, each measured from when it was to begin."
        })
public final class RushBench implements Callable<Integer> {
    private static final OpenLoop.Lines LINES = new OpenLoop.Lines(500, 2_000);

    @Mixin
    private Common common = new Common();

    @Mixin
    private OnDisk disk = new OnDisk();

    @Option(names = "--requests", paramLabel = "N", description = "How many in a round (default 20000, small 200).")
    private int asked;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "512",
            description = "How many send at the same time (default ${DEFAULT-VALUE}).")
    private int clients;

    @Option(
            names = "--at-rate",
            paramLabel = "N",
            description = "How many at the fixed rate (default 40000, small 200).")
    private int askedAtRate;

    private final OneService running;
    private final List<ProcessorTime> spent = new ArrayList<>();

    public RushBench(OneService running) {
        this.running = running;
    }

    @Override
    public Integer call() {
        var rows = common.rows();
        var requests = common.size(asked, 20_000, 200);
        common.say("starting the service");
        var service = running.in(disk.folder());
        var recorded = new Recorded(service);
        var forms = new RushForms(service, "rush", common.seed());
        var bare = new BareRows(service);
        try (var people = new Load<>(clients, () -> new HttpLine(service.address()), HttpLine::close);
                var connections = new Load<>(connections(), bare::connect, BareRows::close)) {
            common.say("%,d forms from %d clients, %d rounds".formatted(requests, clients, common.rounds()));
            fastest(service, people, forms, requests);
            service.get(JdbcClient.class).sql("analyze").update();
            var rounds = Rounds.of(
                    common.rounds(),
                    () -> fastest(service, people, forms, requests),
                    () -> connections.fastest(connections(), requests, (line, _) -> bare.insert(line)));
            rows.print(Row.measured("complete registrations", "requests/s", rounds.middle())
                    .with("requests", requests)
                    .with("clients", clients)
                    .with("processor_ms_each", each(ProcessorTime::java, requests))
                    .with("database_ms_each", each(ProcessorTime::database, requests))
                    .withHeap()
                    .with(rounds)
                    .with(
                            "yardstick_is",
                            "rows of 500 bytes and a key, one a transaction, from %d connections into the same database"
                                    .formatted(connections()))
                    .with("goal", "ratio >= 1.0"));
            var rate = rounds.middle().value() * AtRate.SHARE;
            var count = common.size(askedAtRate, 40_000, 200);
            var answered = atRate(service, forms, rate, count);
            var inserted = connections.millisAt(rate, count, (line, _) -> bare.insert(line));
            rows.print(new AtRate(rate, answered, inserted)
                    .row("99 of 100 at 80 % of that rate")
                    .with("yardstick_is", "as many of these rows a second")
                    .with("goal", "value <= 100"));
        }
        forms.count(rows, recorded);
        return rows.exitCode();
    }

    private int connections() {
        return common.size(0, 64, 8);
    }

    private Latencies atRate(RunningService service, RushForms forms, double rate, int count) {
        common.say("%,d forms, %.0f a second whatever the answers, after as many that are not counted"
                .formatted(count, rate));
        try (var people = new OpenLoop(service.address(), LINES)) {
            people.millisAt(rate, count, forms.sending(forms.make(count)));
            return people.millisAt(rate, count, forms.sending(forms.make(count)));
        }
    }

    private double fastest(RunningService service, Load<HttpLine> people, RushForms forms, int requests) {
        var sending = forms.sending(forms.make(requests));
        var before = service.processorTime();
        var rate = people.fastest(clients, requests, (line, i) -> line.exchange(sending, i));
        spent.add(service.processorTime().since(before));
        return rate;
    }

    // Of the last round: the first ones also pay the compiler.
    private double each(Function<ProcessorTime, Duration> whose, int requests) {
        return ProcessorTime.millis(whose.apply(spent.getLast()), requests);
    }
}
