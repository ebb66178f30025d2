package org.guichet.bench.rush;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Clients that each send a byte a second, one after the other, for as long as they are let: half of them never come to
 * the end of their headers, half of them never to the end of their form. Whoever is sent away comes back.
 */
final class SlowClients implements AutoCloseable {
    private static final long SECOND = 1_000_000_000;

    private final List<SlowClient> clients = new ArrayList<>();
    private final Thread thread = Thread.ofPlatform().name("slow-clients").unstarted(this::send);
    private volatile boolean over;

    SlowClients(URI server, int count) {
        IntStream.range(0, count)
                .mapToObj(i -> new SlowClient(server, i % 2 == 0 ? headers(server) : form(server)))
                .forEach(clients::add);
        thread.start();
    }

    private static String headers(URI server) {
        return "GET /fr HTTP/1.1\r\nHost: %s\r\nX-Slow: ".formatted(server.getAuthority());
    }

    private static String form(URI server) {
        return """
                POST /fr/suivi HTTP/1.1\r
                Host: %s\r
                Sec-Fetch-Site: same-origin\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: 16000\r
                \r
                numero=""".formatted(server.getAuthority());
    }

    private void send() {
        var step = SECOND / clients.size();
        for (long turn = 0, begun = System.nanoTime(); !over; turn++) {
            await(begun + turn * step);
            clients.get((int) (turn % clients.size())).send();
        }
    }

    private void await(long moment) {
        while (!over && System.nanoTime() < moment) {
            LockSupport.parkNanos(moment - System.nanoTime());
        }
    }

    /** How often one of them was sent away; read when they are closed. */
    int sentAway() {
        return clients.stream().mapToInt(it -> it.sentAway).sum();
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        clients.forEach(SlowClient::close);
    }

    /** One of them. */
    private static final class SlowClient {
        private final URI server;
        private final byte[] beginning;
        private Socket socket = new Socket();
        private int sentAway;

        SlowClient(URI server, String beginning) {
            this.server = server;
            this.beginning = beginning.getBytes(US_ASCII);
        }

        private Socket begin() {
            try {
                var connected = new Socket(server.getHost(), server.getPort());
                connected.setTcpNoDelay(true);
                connected.getOutputStream().write(beginning);
                return connected;
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }

        void send() {
            if (!socket.isConnected()) {
                socket = begin();
                return;
            }
            try {
                socket.getOutputStream().write('1');
            } catch (IOException closed) {
                sentAway++;
                close();
                socket = begin();
            }
        }

        void close() {
            try {
                socket.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
