package org.guichet.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.guichet.app.World;
import org.guichet.app.WorldConfiguration;
import org.guichet.app.limit.Source;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Network;
import org.junit.jupiter.api.Test;

/** Guessing a password is bounded; who has the right one is not shut out by who guesses. */
final class TriesTest {
    private static final Knock SOMEWHERE = from("203.0.113.9");
    private static final Knock NEXT_DOOR = from("203.0.113.200");
    private static final Knock ELSEWHERE = from("198.51.100.7");
    private static final Knock COUNTER = new Knock(World.AUTHORITY, new Source(Optional.empty()));

    private final WorldConfiguration.HandClock clock = new WorldConfiguration.HandClock();
    private final Tries tries = new Tries(clock);

    @Test
    void a_stranger_shuts_out_other_strangers_of_his_network_only() {
        assertThat(tried(SOMEWHERE, "charcot-5", 20)).isEqualTo(Limits.SIGN_IN_TRIES_MAX);
        assertThat(tries.begin(NEXT_DOOR, "charcot-5")).isFalse();
        assertThat(tries.begin(NEXT_DOOR, "charcot-6")).isTrue();
        assertThat(tries.begin(ELSEWHERE, "charcot-5")).isTrue();
        assertThat(tries.begin(COUNTER, "charcot-5")).isTrue();
    }

    @Test
    void from_many_networks_a_name_is_tried_so_often_and_at_our_counters_all_the_same() {
        var passed = 0;
        for (int network = 0; network < 20; network++) {
            passed += tried(from("198.51.%d.7".formatted(network)), "charcot-5", Limits.SIGN_IN_TRIES_MAX);
        }
        assertThat(passed).isEqualTo(Limits.SIGN_IN_TRIES_ON_NAME_MAX);
        assertThat(tries.areTooMany(SOMEWHERE, "charcot-5")).isTrue();
        assertThat(tries.areTooMany(SOMEWHERE, "charcot-6")).isFalse();
        assertThat(tries.areTooMany(COUNTER, "charcot-5")).isFalse();
    }

    @Test
    void one_network_tries_so_many_names() {
        var passed = 0;
        for (int name = 0; name < 2 * Limits.SIGN_IN_TRIES_FROM_NETWORK_MAX; name++) {
            passed += tried(SOMEWHERE, "charcot-" + name, 1);
        }
        assertThat(passed).isEqualTo(Limits.SIGN_IN_TRIES_FROM_NETWORK_MAX);
        assertThat(tries.areTooMany(NEXT_DOOR, "anybody")).isTrue();
        assertThat(tries.areTooMany(ELSEWHERE, "charcot-1")).isFalse();
    }

    @Test
    void at_our_counters_a_name_is_tried_so_often_too() {
        assertThat(tried(COUNTER, "charcot-5", 20)).isEqualTo(Limits.SIGN_IN_TRIES_MAX);
        assertThat(tries.areTooMany(COUNTER, "charcot-6")).isFalse();
    }

    @Test
    void who_had_the_right_password_may_mistype_it_again_and_strangers_have_no_more_tries_by_that() {
        for (int i = 0; i < 2 * Limits.SIGN_IN_TRIES_FROM_NETWORK_MAX; i++) {
            tried(SOMEWHERE, "charcot-5", 1);
            tries.succeeded(SOMEWHERE, "charcot-5");
        }
        tried(SOMEWHERE, "charcot-5", Limits.SIGN_IN_TRIES_MAX - 1);
        assertThat(tries.begin(SOMEWHERE, "charcot-5")).isTrue();
        tries.succeeded(SOMEWHERE, "charcot-5");
        assertThat(tries.areTooMany(SOMEWHERE, "charcot-5")).isFalse();
        var passed = 0;
        for (int network = 0; network < 20; network++) {
            passed += tried(from("198.51.%d.7".formatted(network)), "charcot-5", Limits.SIGN_IN_TRIES_MAX);
        }
        assertThat(passed).isEqualTo(Limits.SIGN_IN_TRIES_ON_NAME_MAX - Limits.SIGN_IN_TRIES_MAX + 1);
    }

    @Test
    void after_ten_minutes_it_is_forgotten() {
        tried(SOMEWHERE, "charcot-5", Limits.SIGN_IN_TRIES_MAX);
        clock.set(World.START.plus(Limits.SIGN_IN_TRIES_WITHIN).minusMillis(1));
        assertThat(tries.areTooMany(SOMEWHERE, "charcot-5")).isTrue();
        clock.set(World.START.plus(Limits.SIGN_IN_TRIES_WITHIN));
        assertThat(tries.areTooMany(SOMEWHERE, "charcot-5")).isFalse();
    }

    @Test
    void whoever_only_asks_is_not_counted() {
        for (int i = 0; i < 2 * Limits.SIGN_IN_TRIES_MAX; i++) {
            assertThat(tries.areTooMany(SOMEWHERE, "charcot-5")).isFalse();
        }
    }

    private int tried(Knock knock, String name, int times) {
        var passed = 0;
        for (int i = 0; i < times; i++) {
            passed += tries.begin(knock, name) ? 1 : 0;
        }
        return passed;
    }

    private static Knock from(String address) {
        return new Knock(World.AUTHORITY, new Source(Network.address(address)));
    }
}
