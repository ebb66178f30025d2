package org.guichet.app.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** The addresses whose first {@code bits} are those of {@code first}: 192.0.2.0/24, 2001:db8::/56. */
public record Network(InetAddress first, int bits) {
    public Network {
        first = masked(first, bits);
    }

    /** A network as it is written, or one address; empty if it is neither. No name is ever looked up. */
    public static Optional<Network> parse(String text) {
        var slash = text.indexOf('/');
        return address(slash < 0 ? text : text.substring(0, slash)).flatMap(address -> {
            var most = address.getAddress().length * Byte.SIZE;
            var bits = slash < 0 ? most : bits(text.substring(slash + 1));
            return bits < 0 || bits > most ? Optional.empty() : Optional.of(new Network(address, bits));
        });
    }

    /** An address as it is written in figures. */
    public static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text.strip()));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress address) {
        return address.getAddress().length == first.getAddress().length
                && masked(address, bits).equals(first);
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + bits;
    }

    private static int bits(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    }

    private static InetAddress masked(InetAddress address, int bits) {
        var bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            var kept = Math.clamp(bits - (long) i * Byte.SIZE, 0, Byte.SIZE);
            bytes[i] &= (byte) (0xff << (Byte.SIZE - kept));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }
}
