package org.guichet.app.beacon;

import java.util.Optional;
import org.guichet.core.beacon.Chain;
import org.guichet.core.beacon.RehearsalChain;
import org.guichet.core.beacon.Round;

/** A beacon of our own for the demo: it proves nothing, and every page says so. */
final class RehearsalBeacon implements Beacon {
    private final RehearsalChain rehearsal;

    RehearsalBeacon(byte[] seed) {
        this.rehearsal = RehearsalChain.from(seed);
    }

    @Override
    public Chain chain() {
        return rehearsal.chain();
    }

    @Override
    public Optional<Round> round(long number) {
        return Optional.of(rehearsal.round(number));
    }
}
