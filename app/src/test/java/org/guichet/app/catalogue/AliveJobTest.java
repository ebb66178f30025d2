package org.guichet.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.guichet.app.platform.Apart;
import org.guichet.app.platform.AuthorityId;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

final class AliveJobTest {
    private static final AuthorityId BROKEN = new AuthorityId(1);
    private static final AuthorityId SOUND = new AuthorityId(2);

    private final List<AuthorityId> alive = new ArrayList<>();

    @Test
    void an_authority_whose_outage_cannot_be_accounted_for_keeps_no_other_from_its_first_page() {
        beatAll(new IllegalStateException("a deadline that does not move"));
        assertThat(alive).containsExactly(SOUND);
    }

    @Test
    void a_database_that_is_away_is_said() {
        var away = new QueryTimeoutException("away");
        assertThatThrownBy(() -> beatAll(away)).isEqualTo(away);
        assertThat(alive).isEmpty();
    }

    private void beatAll(RuntimeException failure) {
        Apart.each(List.of(BROKEN, SOUND), AliveJob.apart(authority -> {
            if (authority.equals(BROKEN)) {
                throw failure;
            }
            alive.add(authority);
        }));
    }
}
