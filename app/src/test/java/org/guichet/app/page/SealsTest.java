package org.guichet.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.guichet.app.World;
import org.guichet.app.page.Seals.Opened;
import org.guichet.app.platform.Keys;
import org.junit.jupiter.api.Test;

final class SealsTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final Keys keys = World.fresh().get(Keys.class);
    private Instant now = Instant.parse("2021-04-02T08:30:00Z");
    private final Seals seals = new Seals(keys, () -> now);

    @Test
    void what_was_sealed_opens_again() {
        assertThat(seals.open("answers", seals.seal("answers", "بن علي"), DAY))
                .isInstanceOfSatisfying(
                        Opened.Good.class, it -> assertThat(it.text()).isEqualTo("بن علي"));
        assertThat(seals.open("answers", seals.seal("answers", ""), DAY))
                .isInstanceOfSatisfying(
                        Opened.Good.class, it -> assertThat(it.text()).isEmpty());
    }

    @Test
    void it_opens_for_its_purpose_only() {
        assertThat(seals.open("pass", seals.seal("answers", "x"), DAY)).isInstanceOf(Opened.Broken.class);
    }

    @Test
    void after_its_time_it_is_too_old() {
        var sealed = seals.seal("answers", "x");
        now = now.plus(DAY);
        assertThat(seals.open("answers", sealed, DAY)).isInstanceOf(Opened.Good.class);
        now = now.plusSeconds(1);
        assertThat(seals.open("answers", sealed, DAY)).isInstanceOf(Opened.TooOld.class);
    }

    @Test
    void a_changed_or_invented_one_is_broken() {
        var sealed = seals.seal("answers", "x");
        var middle = sealed.length() / 2;
        var other = sealed.charAt(middle) == 'A' ? 'B' : 'A';
        assertThat(seals.open("answers", sealed.substring(0, middle) + other + sealed.substring(middle + 1), DAY))
                .isInstanceOf(Opened.Broken.class);
        assertThat(seals.open("answers", "bonjour", DAY)).isInstanceOf(Opened.Broken.class);
        assertThat(seals.open("answers", "", DAY)).isInstanceOf(Opened.Broken.class);
    }

    @Test
    void texts_of_nearly_one_length_cannot_be_told_apart_by_it() {
        assertThat(seals.seal("answers", "a").length())
                .isEqualTo(seals.seal("answers", "a".repeat(50)).length());
    }
}
