package org.guichet.app.access;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.springframework.stereotype.Component;

/**
 * Counts tries to sign in by name, whether the name exists or not. Kept in the memory of one node: several nodes allow
 * so many tries each, and a restart forgets them. That is enough to make guessing pointless, and the staff's door needs
 * no table.
 */
@Component
final class Tries {
    // The names tried longest ago are forgotten first, so that made-up names never fill the memory.
    private static final int NAMES_MAX = 10_000;

    private record Name(AuthorityId authority, String signIn) {}

    private final Clock clock;
    private final Map<Name, Deque<Instant>> tries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Name, Deque<Instant>> eldest) {
            return size() > NAMES_MAX;
        }
    };

    Tries(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts one more, before it is known how it ends, so that tries at the same time count too; false if there were
     * too many.
     */
    synchronized boolean begin(AuthorityId authority, String signIn) {
        var now = clock.instant();
        var recent = tries.computeIfAbsent(new Name(authority, signIn), _ -> new ArrayDeque<>());
        while (!recent.isEmpty() && !now.isBefore(recent.getFirst().plus(Limits.SIGN_IN_TRIES_WITHIN))) {
            recent.removeFirst();
        }
        if (recent.size() >= Limits.SIGN_IN_TRIES_MAX) {
            return false;
        }
        recent.addLast(now);
        return true;
    }

    synchronized void succeeded(AuthorityId authority, String signIn) {
        tries.remove(new Name(authority, signIn));
    }
}
