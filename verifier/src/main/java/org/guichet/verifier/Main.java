package org.guichet.verifier;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.guichet.core.draw.Label;
import org.guichet.core.ledger.note.VerifierKey;
import org.guichet.core.text.FormatException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "guichet-verifier",
        mixinStandardHelpOptions = true,
        version = "guichet-verifier 0.1.0",
        description = "Checks a published journal and runs its draws again, or checks one receipt off line.",
        exitCodeOnExecutionException = 2,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything that was checked holds",
            "1:something is wrong",
            "2:the journal or the receipt could not be read, or the command was not understood"
        })
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", arity = "0..1", paramLabel = "URL|FOLDER", description = "Where the journal is published.")
    private String place = "";

    @Option(
            names = "--receipt",
            paramLabel = "FILE",
            description = "Check this receipt (.tlog-proof) in place of a journal, off line; needs --key.")
    private @Nullable Path receipt;

    @Option(
            names = "--run",
            paramLabel = "FOLDER",
            description =
                    "Hold a run of the allotment again from its record; with URL|FOLDER, against the journal too.")
    private @Nullable Path record;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "The public key of the journal, name+id+key, as you know it by another way; may be repeated.")
    private List<String> keys = List.of();

    @Option(
            names = "--witness",
            paramLabel = "KEY",
            description = "The key of a witness as you know it by another way; may be repeated.")
    private List<String> witnesses = List.of();

    @Option(names = "--json", description = "Print one JSON object instead of sentences.")
    private boolean json;

    @Option(
            names = "--remember",
            paramLabel = "FILE",
            description = "Compare with what this file remembers of the last time, and remember this time.")
    private @Nullable Path memory;

    @Option(
            names = "--label",
            paramLabel = "LABEL",
            description = "Tell the place of this request in its draw, recomputed.")
    private @Nullable String label;

    public static void main(String... args) {
        // Whatever ends the check early is no verdict, least of all that something is wrong.
        var exitCode = Report.Verdict.UNREADABLE.exitCode();
        try {
            exitCode = command().execute(args);
        } catch (LinkageError missing) {
            System.err.println(
                    "The BLS library does not run on this machine, so beacons cannot be checked: " + missing);
        } catch (OutOfMemoryError full) {
            System.err.println("There is not enough memory for this journal; give more with -Xmx: " + full);
        }
        System.exit(exitCode);
    }

    /** The command, for programs that go on after it. */
    public static CommandLine command() {
        return new CommandLine(new Main());
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var known = keys("--key", keys);
        var report = record != null ? run(record, known) : receipt != null ? receipt(receipt, known) : journal(known);
        if (json) {
            new JsonOutput(out).print(report);
        } else {
            new TextOutput(out).print(report);
        }
        return report.verdict().exitCode();
    }

    private Report journal(List<VerifierKey> known) {
        return judge(known, Optional.empty(), new Report("journal"));
    }

    private Report judge(List<VerifierKey> known, Optional<RunRecord> run, Report report) {
        var wishes = new Verification.Wishes(
                known,
                keys("--witness", witnesses),
                Optional.ofNullable(memory),
                Optional.ofNullable(label).map(this::label),
                run);
        var err = spec.commandLine().getErr();
        new Verification(source(), wishes, report, line -> tell(err, line)).run();
        return report;
    }

    private Report run(Path folder, List<VerifierKey> known) {
        var isAlone = place.isEmpty();
        if (receipt != null || (isAlone && (memory != null || label != null || !keys.isEmpty()))) {
            throw new ParameterException(spec.commandLine(), "--run goes with --json only, or with URL|FOLDER");
        }
        var report = new Report(isAlone ? "run" : "journal or run");
        var run = new RunCheck(folder, !isAlone, report).run();
        return isAlone || run.isEmpty() ? report : judge(known, run, report);
    }

    private Report receipt(Path file, List<VerifierKey> known) {
        if (!place.isEmpty() || memory != null || label != null) {
            throw new ParameterException(spec.commandLine(), "--receipt goes with --key, --witness and --json only");
        }
        return new ReceiptCheck(
                        file,
                        Stream.concat(known.stream(), keys("--witness", witnesses).stream())
                                .toList())
                .run();
    }

    private Source source() {
        if (place.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing: URL|FOLDER, or --receipt FILE, or --run FOLDER");
        }
        if (place.startsWith("http://") || place.startsWith("https://")) {
            try {
                return new HttpSource(URI.create(place), HttpSource.Patience.USUAL);
            } catch (IllegalArgumentException malformed) {
                throw new ParameterException(spec.commandLine(), "This is no address of a web site: " + place);
            }
        }
        try {
            if (Files.isDirectory(Path.of(place))) {
                return new FolderSource(Path.of(place));
            }
        } catch (InvalidPathException malformed) {
            // No folder either.
        }
        throw new ParameterException(spec.commandLine(), "There is no such folder: " + place);
    }

    private List<VerifierKey> keys(String option, List<String> texts) {
        var parsed = new ArrayList<VerifierKey>();
        for (var text : texts) {
            try {
                parsed.add(VerifierKey.parse(text));
            } catch (FormatException malformed) {
                throw new ParameterException(spec.commandLine(), option + ": " + malformed.why());
            }
        }
        return parsed;
    }

    private Label label(String hex) {
        try {
            return new Label(hex);
        } catch (IllegalArgumentException malformed) {
            throw new ParameterException(spec.commandLine(), "--label: 64 lower-case hexadecimal digits are needed");
        }
    }

    private static void tell(PrintWriter err, String line) {
        err.println(line);
        err.flush();
    }
}
