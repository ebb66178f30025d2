package org.guichet.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guichet.simulate.report.JsonRows;
import org.guichet.simulate.report.Page;
import org.guichet.simulate.report.Sheets;
import org.guichet.simulate.report.Study;
import org.guichet.simulate.report.TextTables;
import org.guichet.simulate.report.Words;
import org.guichet.simulate.world.Rules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        version = "guichet-simulate 0.1.0",
        sortOptions = false,
        description = {
            "One invented world under three ways of giving places: immediate booking, random release times, our rules.",
            "Prints tables on standard output, and progress on standard error. The same options give the same result."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:our rules kept every promise, and the markets came out as calculated",
            "1:a promise was broken, or a market came out otherwise",
            "2:the command was not understood, or the report could not be written"
        })
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Assumptions assumptions = new Assumptions();

    @Option(names = "--report", paramLabel = "FILE", description = "Also write a page with charts (HTML, one file).")
    private @Nullable Path report;

    @Option(names = "--json", description = "Print one JSON object a row in place of the tables.")
    private boolean json;

    @Option(
            names = "--language",
            paramLabel = "fr|en",
            defaultValue = "fr",
            description = "Of the tables and the report (default ${DEFAULT-VALUE}).")
    private String language = "fr";

    public static void main(String... arguments) {
        System.exit(command().execute(arguments));
    }

    /** The command, for programs that go on after it. */
    static CommandLine command() {
        return new CommandLine(new Main()).setParameterExceptionHandler((wrong, _) -> {
            var err = wrong.getCommandLine().getErr();
            var sentence =
                    String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
            err.println(
                    "simulate: " + sentence.replaceAll("an int$|a long$", "a whole number") + " (--help tells more)");
            err.flush();
            return CommandLine.ExitCode.USAGE;
        });
    }

    @Override
    public Integer call() {
        var words = Words.in(language).orElseThrow(() -> wrong("--language is fr or en"));
        var file = Optional.ofNullable(report);
        file.ifPresent(this::refuseWhatCannotBeWritten);
        var study =
                Study.of(assumptions.seed(), assumptions.settings(this::wrong), part -> say(words.say("part." + part)));
        var out = spec.commandLine().getOut();
        if (json) {
            new JsonRows(study.seed(), out).print(Sheets.of(study));
        } else {
            new TextTables(words, out).print(Sheets.of(study));
            out.println(words.say(study.of(Rules.OURS).promises().kept() ? "kept" : "broken"));
        }
        out.flush();
        file.ifPresent(it -> write(it, new Page(study, words, assumptions.command(language)).html()));
        return study.holds() ? 0 : 1;
    }

    private void refuseWhatCannotBeWritten(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isWritable(folder)) {
            throw wrong("--report: " + file + " cannot be written");
        }
    }

    private void write(Path file, String html) {
        try {
            Files.writeString(file, html);
            say(file.toString());
        } catch (IOException broken) {
            throw wrong("--report: " + file + " cannot be written");
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private void say(String sentence) {
        var err = spec.commandLine().getErr();
        err.println("simulate: " + sentence);
        err.flush();
    }
}
