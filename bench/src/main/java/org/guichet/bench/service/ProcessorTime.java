package org.guichet.bench.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** How long processors have worked for this Java, load and service alike, and for the database of the service. */
public record ProcessorTime(Duration java, Duration database) {
    private static final double NANOS_A_MILLI = 1e6;

    /** Since the beginning; {@code programs} is the folder in which those of the database lie. */
    static ProcessorTime now(Path programs) {
        var database = ProcessHandle.allProcesses()
                .map(ProcessHandle::info)
                .filter(it -> it.command()
                        .map(Path::of)
                        .filter(at -> at.startsWith(programs))
                        .isPresent());
        return new ProcessorTime(sum(Stream.of(ProcessHandle.current().info())), sum(database));
    }

    public ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(java.minus(before.java), database.minus(before.database));
    }

    private static Duration sum(Stream<ProcessHandle.Info> all) {
        return all.map(ProcessHandle.Info::totalCpuDuration)
                .flatMap(Optional::stream)
                .reduce(Duration.ZERO, Duration::plus);
    }

    public static double millis(Duration time, int among) {
        return time.toNanos() / NANOS_A_MILLI / among;
    }
}
