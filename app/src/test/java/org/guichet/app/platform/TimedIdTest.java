package org.guichet.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TimedIdTest {
    // The time of the example in RFC 9562, appendix A.6.
    private static final Instant THEN = Instant.parse("2022-02-22T19:22:22Z");

    @Test
    void begins_with_the_milliseconds_and_is_a_uuid_of_version_7() {
        var id = TimedId.at(THEN);
        assertThat(id.toString()).startsWith("017f22e2-79b0-7");
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void of_one_millisecond_no_two_are_the_same_and_the_next_comes_after_all_of_them() {
        var ids = IntStream.range(0, 1_000).mapToObj(_ -> TimedId.at(THEN)).toList();
        assertThat(ids).doesNotHaveDuplicates();
        var next = TimedId.at(THEN.plusMillis(1)).toString();
        assertThat(ids).allMatch(it -> it.toString().compareTo(next) < 0);
    }
}
