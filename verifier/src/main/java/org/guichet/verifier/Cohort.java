package org.guichet.verifier;

import java.util.Arrays;
import java.util.Optional;
import org.guichet.core.beacon.Announced;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.WindowId;

/**
 * What the journal says of one window: its announcement, its requests, its seal, its beacon, its order, and whether it
 * had to be drawn again.
 */
final class Cohort {
    private final long announcedAt;
    private final Leaf.Window window;
    private int[] places = new int[8];
    private int count;
    private Optional<Placed<Leaf.Seal>> seal = Optional.empty();
    private Optional<Placed<Leaf.Beacon>> beacon = Optional.empty();
    private Optional<Placed<Leaf.Order>> order = Optional.empty();
    private Optional<Placed<Leaf.Voided>> voided = Optional.empty();

    Cohort(long announcedAt, Leaf.Window window) {
        this.announcedAt = announcedAt;
        this.window = window;
    }

    /** A leaf and where it stands. */
    record Placed<L extends Leaf>(long index, L leaf) {}

    WindowId id() {
        return window.id();
    }

    long announcedAt() {
        return announcedAt;
    }

    Leaf.Window window() {
        return window;
    }

    /** Adds a request by its place among all requests. */
    void add(int place) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
        }
        places[count++] = place;
    }

    int count() {
        return count;
    }

    int[] places() {
        return Arrays.copyOf(places, count);
    }

    Optional<Placed<Leaf.Seal>> seal() {
        return seal;
    }

    void seal(long index, Leaf.Seal leaf) {
        seal = Optional.of(new Placed<>(index, leaf));
    }

    Optional<Placed<Leaf.Beacon>> beacon() {
        return beacon;
    }

    void beacon(long index, Leaf.Beacon leaf) {
        beacon = Optional.of(new Placed<>(index, leaf));
    }

    Optional<Placed<Leaf.Order>> order() {
        return order;
    }

    void order(long index, Leaf.Order leaf) {
        order = Optional.of(new Placed<>(index, leaf));
    }

    Optional<Placed<Leaf.Voided>> voided() {
        return voided;
    }

    /** What was drawn counts no more; the sealed list does. */
    void voided(long index, Leaf.Voided leaf) {
        voided = Optional.of(new Placed<>(index, leaf));
        beacon = Optional.empty();
        order = Optional.empty();
    }

    /** The rounds one of which decides. */
    Announced announced() {
        return voided.map(it -> it.leaf().announced()).orElse(window.announced());
    }
}
