package org.guichet.verifier.witness;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.guichet.core.ledger.note.VerifierKey;
import org.guichet.core.text.FormatException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "guichet-witness",
        mixinStandardHelpOptions = true,
        version = "guichet-witness 0.1.0",
        description = "Cosigns the checkpoints of the journals it watches, and never two histories of one.")
public final class Main implements Callable<Integer> {
    private static final int FAILED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--folder",
            required = true,
            description = "What it must not forget: its key, and what it signed. Made when it is not there.")
    private Path folder = Path.of("");

    @Option(names = "--name", required = true, description = "Its name for ever, such as witness.example.org/w1.")
    private String name = "";

    @Option(
            names = "--log",
            paramLabel = "KEY",
            required = true,
            description = "The public key of a journal to watch, name+id+key; may be repeated.")
    private List<String> logs = List.of();

    @Option(
            names = "--port",
            defaultValue = "7380",
            description = "Where it listens (default ${DEFAULT-VALUE}); 0 for any that is free.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "The address it listens at (default ${DEFAULT-VALUE}: this machine only).")
    private String host = "";

    public static void main(String... args) {
        var exit = new CommandLine(new Main()).execute(args);
        // The server goes on in its own threads.
        if (exit != CommandLine.ExitCode.OK) {
            System.exit(exit);
        }
    }

    @Override
    public Integer call() {
        try {
            var open = WitnessFolder.open(folder, name, new SecureRandom());
            var witness = new Witness(keys(), open, InstantSource.system(), this::alarm);
            var server = serve(witness);
            say(open.key().verifier().text());
            say("This is the key of the witness. It listens at http://" + host + ":" + server.port() + " .");
            return CommandLine.ExitCode.OK;
        } catch (CannotStart known) {
            alarm("The witness cannot start: " + known.sentence());
            return FAILED;
        }
    }

    private WitnessServer serve(Witness witness) throws CannotStart {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new CannotStart("there is no address " + host + ".");
        }
        try {
            return new WitnessServer(address, witness, this::alarm);
        } catch (IOException taken) {
            throw new CannotStart("it cannot listen at " + host + ":" + port + " (" + taken.getMessage() + ").");
        }
    }

    private List<VerifierKey> keys() {
        var keys = new ArrayList<VerifierKey>();
        for (var log : logs) {
            try {
                keys.add(VerifierKey.parse(log));
            } catch (FormatException malformed) {
                throw new ParameterException(spec.commandLine(), "--log: " + malformed.why());
            }
        }
        return keys;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private void alarm(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
