package org.guichet.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Some threads that each do their share of the parts, one part after the other. */
public record Writers(int count) {
    /** Which of them does this part. */
    public int of(int part) {
        return part % count;
    }

    /** Does all parts, and {@code meanwhile} each second, and once more at the end. */
    public <T> void write(List<T> parts, Consumer<T> work, Runnable meanwhile) {
        try (var threads = Executors.newFixedThreadPool(count)) {
            var shares = new ArrayList<CompletableFuture<Void>>();
            for (int writer = 0; writer < count; writer++) {
                var first = writer;
                shares.add(CompletableFuture.runAsync(() -> share(parts, first, work), threads));
            }
            var all = CompletableFuture.allOf(shares.toArray(CompletableFuture[]::new));
            while (!isOverInASecond(all)) {
                meanwhile.run();
            }
        }
        meanwhile.run();
    }

    private <T> void share(List<T> parts, int first, Consumer<T> work) {
        for (int part = first; part < parts.size(); part += count) {
            work.accept(parts.get(part));
        }
    }

    private static boolean isOverInASecond(Future<?> all) {
        try {
            all.get(1, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
