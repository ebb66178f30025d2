package org.guichet.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** A clock that runs like any other from wherever it was put, only ever forward, and remembers where it was. */
public final class DemoClock extends Clock {
    private static final ScopedValue<Instant> PRETENDED = ScopedValue.newInstance();

    private final Path file;
    private volatile Base base;

    private record Base(Instant shown, Instant real) {}

    DemoClock(Path file, Instant first) {
        this.file = file;
        this.base = new Base(remembered(file, first), Instant.now());
    }

    @Override
    public Instant instant() {
        if (PRETENDED.isBound()) {
            return PRETENDED.get();
        }
        var now = base;
        return now.shown().plus(Duration.between(now.real(), Instant.now())).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalStateException("Time is told in UTC; the zone is the authority's");
    }

    /**
     * Does something as if it were that moment, for this thread alone: so the invented people come each at their own
     * time.
     */
    <T> T at(Instant moment, Supplier<T> work) {
        return ScopedValue.where(PRETENDED, moment).call(work::get);
    }

    void at(Instant moment, Runnable work) {
        ScopedValue.where(PRETENDED, moment).run(work);
    }

    /** Puts the clock ahead; it is never put back, since what was written stays written. */
    public synchronized void moveTo(Instant later) {
        if (later.isAfter(instant())) {
            base = new Base(later, Instant.now());
        }
        remember();
    }

    synchronized void remember() {
        try {
            var beside = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(beside, instant().toString());
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Instant remembered(Path file, Instant first) {
        try {
            return Files.exists(file) ? Instant.parse(Files.readString(file)) : first;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
