package org.guichet.app.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.guichet.core.ledger.note.VerifierKey;

/** The witness of the verifier's jar, in a process of its own. */
record RealWitness(Process process, Witness witness) implements AutoCloseable {
    static RealWitness start(Path folder, VerifierKey log) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                "org.guichet.verifier.witness.Main",
                "--folder=" + folder,
                "--name=witness.example.org/real",
                "--port=0",
                "--log=" + log.text());
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var out = process.inputReader();
            var key = Objects.requireNonNull(out.readLine());
            var sentence = Objects.requireNonNull(out.readLine());
            var address = sentence.replaceAll(".*(http://\\S+).*", "$1");
            return new RealWitness(process, Witness.parse(address + " " + key));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
