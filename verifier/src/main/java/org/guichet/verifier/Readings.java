package org.guichet.verifier;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.guichet.core.ledger.Tile;

/** The bundles of a journal in their order, read and hashed some way ahead by all processors. */
final class Readings implements AutoCloseable {
    // Enough to hide the way to a distant server; 32 bundles of the longest leaves are 8 MB.
    private static final int AHEAD = 32;

    private final PublishedJournal journal;
    private final long size;
    private final long chunks;
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Future<Reading>> ahead = new ArrayDeque<>();
    private long asked;

    Readings(PublishedJournal journal, long size) {
        this.journal = journal;
        this.size = size;
        chunks = Math.ceilDiv(size, Tile.WIDTH_MAX);
    }

    boolean hasNext() {
        return asked < chunks || !ahead.isEmpty();
    }

    Reading next() {
        while (asked < chunks && ahead.size() < AHEAD) {
            var index = asked++;
            ahead.add(readers.submit(() -> Reading.of(journal, index, size)));
        }
        try {
            return ahead.remove().get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Reading.Missing("The check was stopped.");
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
        readers.close();
    }
}
