package org.guichet.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.77/24, 192.0.2.1, 192.0.3.1",
        "192.0.2.77/31, 192.0.2.76, 192.0.2.78",
        "0.0.0.0/0, 203.0.113.9, 2001:db8::1",
        "192.0.2.1, 192.0.2.1, 192.0.2.2",
        "2001:db8:0:ff00::/56, 2001:db8:0:ffff::1, 2001:db8:0:fe00::1",
        "2001:db8::/32, 2001:db8:ffff::1, 2001:db9::1"
    })
    void it_contains_what_begins_alike(String network, String within, String without) {
        var it = Network.parse(network).orElseThrow();
        assertThat(it.contains(InetAddress.ofLiteral(within))).isTrue();
        assertThat(it.contains(InetAddress.ofLiteral(without))).isFalse();
    }

    @Test
    void it_is_the_same_by_whatever_address_it_is_named() {
        assertThat(Network.parse("192.0.2.77/24")).isEqualTo(Network.parse("192.0.2.3/24"));
        assertThat(Network.parse("192.0.2.77/24").orElseThrow()).hasToString("192.0.2.0/24");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "example.org/24", "192.0.2.1/33", "192.0.2.1/-1", "192.0.2.1/a", "1.2.3.4.5"})
    void whatever_is_no_network_is_none_and_no_name_is_looked_up(String text) {
        assertThat(Network.parse(text)).isEmpty();
    }
}
