package org.guichet.bench.rush;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import org.guichet.bench.measure.AtRate;
import org.guichet.bench.measure.Common;
import org.guichet.bench.measure.Latencies;
import org.guichet.bench.measure.OnDisk;
import org.guichet.bench.measure.Row;
import org.guichet.bench.service.Exchanges;
import org.guichet.bench.service.HttpAnswer;
import org.guichet.bench.service.HttpLine;
import org.guichet.bench.service.OneService;
import org.guichet.bench.service.OpenLoop;
import org.guichet.bench.service.Recorded;
import org.guichet.bench.service.RunningService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forms and pages while many clients send a byte a second, against the same without them. */
@Command(
        name = "slow",
        mixinStandardHelpOptions = true,
        description = {
            "Asks for pages and sends forms at a fixed rate while many clients send a byte a second.",
            "Against the same without them."
        })
public final class SlowBench implements Callable<Integer> {
    private static final OpenLoop.Lines LINES = new OpenLoop.Lines(0, 1_000);
    private static final int OK = 200;

    @Mixin
    private Common common = new Common();

    @Mixin
    private OnDisk disk = new OnDisk();

    @Option(names = "--clients", paramLabel = "N", description = "How many are slow (default 2000, small 50).")
    private int clients;

    @Option(names = "--requests", paramLabel = "N", description = "How many of the others (default 6000, small 100).")
    private int asked;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many of the others a second (default ${DEFAULT-VALUE}).")
    private int rate;

    private final OneService running;
    private final LongAdder refused = new LongAdder();

    public SlowBench(OneService running) {
        this.running = running;
    }

    @Override
    public Integer call() {
        var rows = common.rows();
        var slow = common.size(clients, 2_000, 50);
        var count = common.size(asked, 6_000, 100);
        common.say("starting the service");
        var service = running.in(disk.folder());
        var recorded = new Recorded(service);
        var forms = new RushForms(service, "slow", common.seed());
        try (var people = new OpenLoop(service.address(), LINES)) {
            common.say("%,d pages and forms, %d a second, after as many that are not counted".formatted(count, rate));
            millis(people, service, forms, count);
            var without = millis(people, service, forms, count);
            common.say("the same beside %,d slow clients".formatted(slow));
            var beside = new SlowClients(service.address(), slow);
            Latencies with;
            try (beside) {
                millis(people, service, forms, count);
                with = millis(people, service, forms, count);
            }
            rows.print(new AtRate(rate, with, without)
                    .row("99 of 100 of the others")
                    .with("slow_clients", slow)
                    .with("sent_away", beside.sentAway())
                    .with("yardstick_is", "the same without slow clients"));
        }
        forms.count(rows, recorded);
        rows.print(Row.wrong("pages not shown", "requests", refused.sum(), count));
        return rows.exitCode();
    }

    private Latencies millis(OpenLoop people, RunningService service, RushForms forms, int count) {
        var sending = forms.sending(forms.make(count));
        return people.millisAt(rate, count, new Mixed(service, sending));
    }

    /** Every second one a page, every second one a form. */
    private final class Mixed implements Exchanges {
        private final byte[] page;
        private final Exchanges forms;

        Mixed(RunningService service, Exchanges forms) {
            this.page = HttpLine.get(service.address(), "/fr/demarches/" + RunningService.POOL);
            this.forms = forms;
        }

        private static boolean isForm(int number) {
            return number % 2 == 0;
        }

        @Override
        public byte[] request(int number) {
            return isForm(number) ? forms.request(number) : page;
        }

        @Override
        public void answered(int number, HttpAnswer answer) {
            if (isForm(number)) {
                forms.answered(number, answer);
            } else if (answer.status() != OK) {
                refused.increment();
            }
        }
    }
}
