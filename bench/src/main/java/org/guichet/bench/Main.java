package org.guichet.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.guichet.bench.cohort.CohortBench;
import org.guichet.bench.contention.ContentionBench;
import org.guichet.bench.crash.CrashBench;
import org.guichet.bench.crash.NodeCommand;
import org.guichet.bench.growth.GrowthBench;
import org.guichet.bench.journal.LedgerBench;
import org.guichet.bench.looking.StatusBench;
import org.guichet.bench.reoffer.ReofferBench;
import org.guichet.bench.rules.AssignBench;
import org.guichet.bench.rules.OrderBench;
import org.guichet.bench.rush.RegisterBench;
import org.guichet.bench.rush.RushBench;
import org.guichet.bench.rush.SlowBench;
import org.guichet.bench.service.OneService;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benches by their names. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures one part of Guichet beside a yardstick.",
            "Prints one JSON object a row on standard output, and progress on standard error."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything counted is as it must be; times never decide",
            "1:something was lost or is wrong, or the bench broke off",
            "2:the command was not understood"
        })
public final class Main implements Callable<Integer> {
    public static void main(String... arguments) {
        var rows = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        // Whatever else prints, such as the log of the service, must not stand between the rows.
        System.setOut(System.err);
        System.exit(run(rows, arguments));
    }

    private static int run(PrintWriter rows, String... arguments) {
        try (var service = new OneService()) {
            return command(service).setOut(rows).execute(arguments);
        }
    }

    static CommandLine command(OneService service) {
        return new CommandLine(new Main())
                .addSubcommand(new OrderBench())
                .addSubcommand(new AssignBench())
                .addSubcommand(new LedgerBench(service))
                .addSubcommand(new RegisterBench(service))
                .addSubcommand(new RushBench(service))
                .addSubcommand(new ReofferBench(service))
                .addSubcommand(new CohortBench(service))
                .addSubcommand(new StatusBench(service))
                .addSubcommand(new SlowBench(service))
                .addSubcommand(new ContentionBench(service))
                .addSubcommand(new GrowthBench())
                .addSubcommand(new CrashBench())
                .addSubcommand(new NodeCommand());
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, System.err);
        return CommandLine.ExitCode.USAGE;
    }
}
