package org.guichet.app.platform;

/** Who runs the counters: the first column of every key, so that no row ever belongs to two tenants. */
public record AuthorityId(int value) {
    public AuthorityId {
        if (value < 1) {
            throw new IllegalArgumentException("An authority's id counts from 1");
        }
    }
}
