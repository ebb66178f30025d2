package org.guichet.bench.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.guichet.bench.measure.Latencies;

/**
 * Sends requests at a fixed rate, whatever the answers, over kept connections: each is measured from its tick. All of
 * it is done by one thread, every millisecond, since what it takes of the processors is missing to the service.
 */
public final class OpenLoop implements AutoCloseable {
    private static final double NANOS = 1e9;
    private static final double NANOS_A_MILLI = 1e6;
    private static final int READ_BYTES = 1 << 16;

    private final InetSocketAddress server;
    private final Lines bounds;
    private final Selector selector;
    private final byte[] arrived = new byte[READ_BYTES];
    private final Deque<Line> free = new ArrayDeque<>();
    private int lines;

    /**
     * How many connections are open before the first tick, and how many at most. Whoever has to wait a moment makes a
     * service without enough of them open hundreds at once, and then all others wait for that.
     */
    public record Lines(int ready, int most) {}

    public OpenLoop(URI server, Lines bounds) {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        this.bounds = bounds;
        try {
            this.selector = Selector.open();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** How many milliseconds each took from its tick. */
    public Latencies millisAt(double rate, int count, Exchanges exchanges) {
        // What was left behind while the requests were made is not the service's to clear away.
        System.gc();
        try {
            while (lines < Math.min(bounds.ready, count)) {
                free.add(connect());
            }
            var run = new Run(exchanges, NANOS / rate, count);
            while (run.answered < count) {
                while (run.isNextDue() && (!free.isEmpty() || lines < bounds.most)) {
                    send(run);
                }
                selector.select(run.millisToNext());
                for (var ready : selector.selectedKeys()) {
                    read((Line) ready.attachment(), run);
                }
                selector.selectedKeys().clear();
            }
            return new Latencies(run.millis);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void send(Run run) throws IOException {
        var line = free.isEmpty() ? connect() : free.remove();
        line.number = run.sent++;
        line.send(run.exchanges.request(line.number));
    }

    private void read(Line line, Run run) throws IOException {
        var read = line.read();
        if (read.isPresent()) {
            var number = line.number;
            line.number = Line.NOTHING;
            if (read.get().isLast()) {
                end(line);
            } else {
                free.add(line);
            }
            run.answered(number, read.get());
        } else if (line.isEnded) {
            // A kept connection may end at any time; what was sent by it is sent again, as every browser does.
            free.remove(line);
            end(line);
            if (line.number != Line.NOTHING) {
                var again = connect();
                again.number = line.number;
                again.send(run.exchanges.request(again.number));
            }
        }
    }

    private Line connect() throws IOException {
        var line = new Line(SocketChannel.open(server), arrived);
        line.channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        line.channel.configureBlocking(false);
        line.channel.register(selector, SelectionKey.OP_READ, line);
        lines++;
        return line;
    }

    private void end(Line line) throws IOException {
        line.channel.close();
        lines--;
    }

    /** How far it has come. */
    private static final class Run {
        private final Exchanges exchanges;
        private final double tickNanos;
        private final double[] millis;
        private final long start = System.nanoTime();
        private int sent;
        private int answered;

        Run(Exchanges exchanges, double tickNanos, int count) {
            this.exchanges = exchanges;
            this.tickNanos = tickNanos;
            this.millis = new double[count];
        }

        private double nanosSinceTick(int number) {
            return System.nanoTime() - start - number * tickNanos;
        }

        boolean isNextDue() {
            return sent < millis.length && nanosSinceTick(sent) >= 0;
        }

        long millisToNext() {
            return Math.max(1, (long) (-nanosSinceTick(sent) / NANOS_A_MILLI));
        }

        void answered(int number, HttpAnswer answer) {
            millis[number] = nanosSinceTick(number) / NANOS_A_MILLI;
            answered++;
            exchanges.answered(number, answer);
        }
    }

    /** A connection, and what has come of the answer to the request that was sent by it. */
    private static final class Line {
        private static final int NOTHING = -1;

        private final SocketChannel channel;
        private final byte[] arrived;
        private final StringBuilder answer = new StringBuilder();
        private int number = NOTHING;
        private boolean isEnded;

        Line(SocketChannel channel, byte[] arrived) {
            this.channel = channel;
            this.arrived = arrived;
        }

        void send(byte[] request) {
            var rest = ByteBuffer.wrap(request);
            try {
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            } catch (IOException ended) {
                isEnded = true;
            }
        }

        /** The answer, once all of it is there. */
        Optional<HttpAnswer> read() {
            answer.append(new String(arrived, 0, receive(), ISO_8859_1));
            var head = answer.indexOf(HttpLine.END);
            if (head < 0) {
                return Optional.empty();
            }
            var whole = HttpAnswer.of(answer.substring(0, head + HttpLine.END.length()));
            if (answer.length() < head + HttpLine.END.length() + whole.length()) {
                return Optional.empty();
            }
            answer.setLength(0);
            return Optional.of(whole);
        }

        private int receive() {
            var room = ByteBuffer.wrap(arrived);
            try {
                isEnded |= channel.read(room) < 0;
            } catch (IOException ended) {
                isEnded = true;
            }
            return room.position();
        }
    }

    @Override
    public void close() {
        try {
            for (var key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
