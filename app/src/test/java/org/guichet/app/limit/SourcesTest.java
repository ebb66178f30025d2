package org.guichet.app.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.guichet.app.platform.CannotStart;
import org.guichet.app.platform.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class SourcesTest {
    @ParameterizedTest
    @CsvSource({
        // Nobody in between; what somebody writes into the header himself is not believed.
        "198.51.100.7, '', 198.51.100.0/24",
        "198.51.100.7, 203.0.113.9, 198.51.100.0/24",
        // The proxy adds whom it saw at the end; what stands before it may be made up.
        "10.0.0.1, 203.0.113.9, 203.0.113.0/24",
        "10.0.0.1, '1.1.1.1, 203.0.113.9', 203.0.113.0/24",
        "10.0.0.1, '203.0.113.9, 10.0.0.2', 203.0.113.0/24",
        "10.0.0.1, '2001:db8:0:abcd::1', 2001:db8:0:ab00:0:0:0:0/56"
    })
    void it_is_the_last_that_a_declared_proxy_saw(String peer, String forwarded, String network) {
        assertThat(sources("10.0.0.0/29").of(peer, forwarded).network().map(Object::toString))
                .contains(network);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, ''",
        "0:0:0:0:0:0:0:1, ''",
        "192.168.1.4, 203.0.113.9",
        "fd00::1, ''",
        "10.0.0.1, ''",
        "10.0.0.1, unknown",
        "10.0.0.1, '203.0.113.9, 192.168.1.1'"
    })
    void an_undeclared_proxy_and_our_own_house_are_nobodys_network(String peer, String forwarded) {
        assertThat(sources("10.0.0.1").of(peer, forwarded).network()).isEmpty();
    }

    @Test
    void a_proxy_that_is_no_address_is_told_at_the_start() {
        assertThatThrownBy(() -> sources("proxy.example.org"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("proxy.example.org");
    }

    private static Sources sources(String proxies) {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of("guichet.proxies", proxies)))
                .bindOrCreate("guichet", Settings.class);
        return new Sources(settings);
    }
}
