package org.guichet.app.limit;

import java.net.InetAddress;
import java.util.Optional;
import org.guichet.app.platform.Network;

/**
 * Where something comes from, as far as it is counted: behind one address there may be one person or ten thousand.
 * Empty for addresses that are not public: a proxy that nobody declared, or our own counters.
 */
public record Source(Optional<InetAddress> address) {
    private static final int FOUR_BYTES_BITS = 24;
    private static final int SIXTEEN_BYTES_BITS = 56;

    public Optional<Network> network() {
        return address.map(it -> new Network(it, it.getAddress().length == 4 ? FOUR_BYTES_BITS : SIXTEEN_BYTES_BITS));
    }
}
