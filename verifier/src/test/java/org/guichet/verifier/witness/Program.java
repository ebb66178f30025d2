package org.guichet.verifier.witness;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guichet.core.ledger.note.NoteSignature;
import org.guichet.core.ledger.note.SignedNote;
import org.guichet.core.ledger.note.VerifierKey;
import org.guichet.core.text.FormatException;

/** A witness in a process of its own, as an operator runs it. */
record Program(Process process, Path errors, VerifierKey key, URI address) implements AutoCloseable {
    static final String NAME = "witness.example.org/w1";
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Program start(Path folder, GrowingLog log) {
        return start(folder, log, List.of());
    }

    /** With more flags of Java. */
    static Program start(Path folder, GrowingLog log, List<String> flags) {
        try {
            var process = process(folder, log, flags);
            var out = process.inputReader();
            var key = VerifierKey.parse(Objects.requireNonNull(out.readLine()));
            var address = ADDRESS.matcher(Objects.requireNonNull(out.readLine()));
            if (!address.find()) {
                throw new IllegalStateException("The witness does not say where it listens");
            }
            return new Program(process, errors(folder), key, URI.create(address.group()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (FormatException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /** What it says on standard error when it does not start. */
    static String refusal(Path folder, GrowingLog log) throws IOException, InterruptedException {
        var exit = process(folder, log, List.of()).waitFor();
        return exit + " " + Files.readString(errors(folder)).strip();
    }

    HttpResponse<String> add(String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/add-checkpoint"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Whether this answer is the cosignature of the checkpoint in this note. */
    boolean cosigned(HttpResponse<String> answer, SignedNote note) throws FormatException {
        return answer.statusCode() == 200
                && key.verify(note.text(), NoteSignature.parse(answer.body().stripTrailing()))
                        .flatMap(it -> it.time())
                        .isPresent();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends it, and tells what it said on standard error. */
    String said() throws IOException {
        kill();
        return Files.readString(errors);
    }

    @Override
    public void close() {
        kill();
    }

    private static Path errors(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".err");
    }

    private static Process process(Path folder, GrowingLog log, List<String> flags) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var paths = Stream.of(System.getProperty("java.class.path"), System.getProperty("jdk.module.path"))
                .filter(Objects::nonNull)
                .filter(path -> !path.isEmpty())
                .collect(joining(File.pathSeparator));
        var command = Stream.of(
                List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m"),
                flags,
                List.of("-cp", paths),
                List.of(Main.class.getName(), "--folder", folder.toString(), "--name", NAME, "--port", "0"),
                log.options().toList());
        var process = new ProcessBuilder(command.flatMap(List::stream).toList())
                .redirectError(errors(folder).toFile())
                .start();
        process.onExit().orTimeout(10, TimeUnit.MINUTES).exceptionally(_ -> process.destroyForcibly());
        return process;
    }
}
