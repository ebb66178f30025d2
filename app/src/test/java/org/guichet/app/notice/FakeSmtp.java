package org.guichet.app.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers to a command what it is told to, and "yes" to every other. */
final class FakeSmtp implements AutoCloseable {
    private static final String CUT = "";

    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile int most = Integer.MAX_VALUE;

    FakeSmtp() {
        try {
            this.socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** To every command that begins so; the text of a message ends with the command ".". */
    void answer(String command, String answer) {
        answers.put(command, answer);
    }

    void takeAll() {
        answers.clear();
    }

    /** It resets the connection instead of answering to this command. */
    void cutAt(String command) {
        answers.clear();
        answers.put(command, CUT);
    }

    /** After so many messages it has enough of a connection. */
    void takeAtMost(int messages) {
        most = messages;
    }

    /** How often a command was sent that begins so. */
    long heard(String command) {
        return heard.stream().filter(it -> it.startsWith(command)).count();
    }

    private void listen() {
        try {
            while (true) {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket client) {
        try (client) {
            var out = client.getOutputStream();
            var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .iterator();
            say(out, "220 fake");
            var taken = 0;
            while (lines.hasNext()) {
                var command = lines.next();
                heard.add(command);
                if (command.equals("DATA")) {
                    say(out, "354 go on");
                    while (!lines.next().equals(".")) {
                        // The text is of no interest here.
                    }
                    command = ".";
                    heard.add(command);
                    taken++;
                }
                if (taken == most && command.startsWith("MAIL")) {
                    say(out, "421 4.7.0 too many messages in this connection");
                    return;
                }
                var answer = answerTo(command);
                if (answer.equals(CUT)) {
                    client.setSoLinger(true, 0);
                    return;
                }
                say(out, answer);
            }
        } catch (IOException | UncheckedIOException gone) {
            // So is the client.
        }
    }

    private String answerTo(String command) {
        return answers.entrySet().stream()
                .filter(it -> command.startsWith(it.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("250 yes");
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
