package org.guichet.core.allot;

import java.util.function.Predicate;

/**
 * A request whose turn comes: how many persons, how they come, and which places suit them. What is preferred must also be
 * acceptable. {@code key} is whatever the caller knows the request by.
 */
public record Turn<K>(K key, int persons, Together together, Predicate<Place> preferred, Predicate<Place> acceptable) {
    public Turn {
        if (persons < 1) {
            throw new IllegalArgumentException("A request has at least one person");
        }
    }
}
