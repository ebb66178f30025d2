package org.guichet.bench.looking;

import java.util.concurrent.Callable;
import org.guichet.bench.measure.AtRate;
import org.guichet.bench.measure.Common;
import org.guichet.bench.measure.Load;
import org.guichet.bench.measure.OnDisk;
import org.guichet.bench.measure.Rounds;
import org.guichet.bench.measure.Row;
import org.guichet.bench.measure.Rows;
import org.guichet.bench.service.Exchanges;
import org.guichet.bench.service.HttpLine;
import org.guichet.bench.service.LongAgo;
import org.guichet.bench.service.OneService;
import org.guichet.bench.service.OpenLoop;
import org.guichet.bench.service.RunningService;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looking at where a request stands, against a static file. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Many people look at the pages of their requests over HTTP, against a static file of the same length.",
            "First looks, then reloads of what has not changed: as fast as they are answered, then at a fixed rate.",
            "Then the same where all of them are drawn, and the page has a forecast."
        })
public final class StatusBench implements Callable<Integer> {
    private static final OpenLoop.Lines LINES = new OpenLoop.Lines(500, 1_000);

    @Mixin
    private Common common = new Common();

    @Mixin
    private OnDisk disk = new OnDisk();

    @Option(names = "--people", paramLabel = "N", description = "How many have asked (default 10000, small 100).")
    private int askedPeople;

    @Option(names = "--looks", paramLabel = "N", description = "How many in a round (default 40000, small 200).")
    private int askedLooks;

    @Option(
            names = "--at-rate",
            paramLabel = "N",
            description = "How many at the fixed rate (default 120000, small 200).")
    private int askedAtRate;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "128",
            description = "How many look at the same time (default ${DEFAULT-VALUE}).")
    private int clients;

    private final OneService running;

    public StatusBench(OneService running) {
        this.running = running;
    }

    /** A way of looking and what it is compared with. */
    private record Way(String name, Exchanges looks, Exchanges file, String yardstick) {}

    @Override
    public Integer call() {
        var rows = common.rows();
        common.say("starting the service");
        look(running.in(disk.folder()), Stage.ASKED, rows);
        common.say("starting another, where all are drawn");
        try (var drawn = RunningService.in(disk.folder())) {
            look(drawn, Stage.DRAWN, rows);
        }
        return rows.exitCode();
    }

    /** How far the requests came that are looked at. */
    private enum Stage {
        ASKED("first looks", "reloads"),
        DRAWN("first looks while waiting for a place", "reloads while waiting for a place");

        private final String looks;
        private final String reloads;

        Stage(String looks, String reloads) {
            this.looks = looks;
            this.reloads = reloads;
        }
    }

    private void look(RunningService service, Stage stage, Rows rows) {
        var people = common.size(askedPeople, 10_000, 100);
        common.say("%,d people ask".formatted(people));
        var lookers = ask(service, stage, people);
        service.get(JdbcClient.class).sql("analyze").update();
        try (var lines = new Load<>(clients, () -> new HttpLine(service.address()), HttpLine::close);
                var atRate = new OpenLoop(service.address(), LINES);
                var line = new HttpLine(service.address())) {
            if (stage == Stage.DRAWN) {
                lookers.awaitForecast(line);
            }
            var length = lookers.length(line);
            var file = new StaticFile(service, length);
            var yardstick = "a static file of %d bytes from the same server".formatted(length);
            var loads = new Loads(lines, atRate);
            measure(new Way(stage.looks, lookers.looks(), file.loads(), yardstick), loads, rows);
            lookers.prepareReloads(line);
            var again = "the same file, reloaded and not changed either";
            measure(new Way(stage.reloads, lookers.reloads(), file.reloads(), again), loads, rows);
        }
        lookers.count(rows);
    }

    private Lookers ask(RunningService service, Stage stage, int people) {
        return switch (stage) {
            case ASKED -> Lookers.ask(service, common.seed(), people);
            case DRAWN -> {
                var windows = new LongAgo(service);
                var lookers = Lookers.ask(service, common.seed(), people);
                windows.draw(people);
                yield lookers;
            }
        };
    }

    /** As fast as they are answered, and at a fixed rate. */
    private record Loads(Load<HttpLine> fastest, OpenLoop atRate) {}

    private void measure(Way way, Loads loads, Rows rows) {
        var looks = common.size(askedLooks, 40_000, 200);
        common.say("%s: %,d from %d clients, %d rounds".formatted(way.name, looks, clients, common.rounds()));
        var rounds = Rounds.of(
                common.rounds(),
                () -> loads.fastest.fastest(clients, looks, (line, i) -> line.exchange(way.looks, i)),
                () -> loads.fastest.fastest(clients, looks, (line, i) -> line.exchange(way.file, i)));
        rows.print(Row.measured(way.name, "looks/s", rounds.middle())
                .with("looks", looks)
                .with("clients", clients)
                .withHeap()
                .with(rounds)
                .with("yardstick_is", way.yardstick)
                .with("goal", "ratio >= 0.5"));
        var rate = rounds.middle().value() * AtRate.SHARE;
        var count = common.size(askedAtRate, 120_000, 200);
        common.say("%s: %,d, %.0f a second whatever the answers, after as many that are not counted"
                .formatted(way.name, count, rate));
        loads.atRate.millisAt(rate, count, way.looks);
        var looked = loads.atRate.millisAt(rate, count, way.looks);
        var loaded = loads.atRate.millisAt(rate, count, way.file);
        rows.print(new AtRate(rate, looked, loaded)
                .row(way.name + ", 99 of 100 at 80 % of that rate")
                .with("yardstick_is", "as many a second of " + way.yardstick)
                .with("goal", "value <= 30"));
    }
}
