package org.guichet.app.access;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.springframework.stereotype.Component;

/**
 * Counts tries to sign in by name and network, whether the name exists or not: a stranger who tries a name shuts out
 * other strangers, and not the agent whose name it is. Kept in the memory of one node: several nodes allow so many
 * tries each, and a restart forgets them. That is enough to make guessing pointless, and the staff's door needs no
 * table.
 */
@Component
final class Tries {
    // Those tried longest ago are forgotten first. No more come in ten minutes, since each waits for a turn.
    private static final int TARGETS_MAX = 30_000;

    private enum Bound {
        NAME_FROM_NETWORK(Limits.SIGN_IN_TRIES_MAX),
        NAME(Limits.SIGN_IN_TRIES_ON_NAME_MAX),
        NETWORK(Limits.SIGN_IN_TRIES_FROM_NETWORK_MAX);

        private final int most;

        Bound(int most) {
            this.most = most;
        }
    }

    private record Target(AuthorityId authority, Bound bound, String whom) {}

    private final Clock clock;
    private final Map<Target, Deque<Instant>> tries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Target, Deque<Instant>> eldest) {
            return size() > TARGETS_MAX;
        }
    };

    Tries(Clock clock) {
        this.clock = clock;
    }

    /** Whether there were too many; whoever only asks is not counted. */
    synchronized boolean areTooMany(Knock knock, String signIn) {
        return targets(knock, signIn).stream().anyMatch(it -> recent(it) >= it.bound.most);
    }

    /**
     * Counts one more, before it is known how it ends, so that tries at the same time count too; false if there were
     * too many.
     */
    synchronized boolean begin(Knock knock, String signIn) {
        if (areTooMany(knock, signIn)) {
            return false;
        }
        var now = clock.instant();
        targets(knock, signIn)
                .forEach(
                        it -> tries.computeIfAbsent(it, _ -> new ArrayDeque<>()).addLast(now));
        return true;
    }

    /** It was the right password: whoever has it may mistype it again, and others may not. */
    synchronized void succeeded(Knock knock, String signIn) {
        for (var target : targets(knock, signIn)) {
            var begun = tries.getOrDefault(target, new ArrayDeque<>());
            begun.pollLast();
            if (target.bound == Bound.NAME_FROM_NETWORK) {
                begun.clear();
            }
        }
    }

    private int recent(Target target) {
        var begun = tries.getOrDefault(target, new ArrayDeque<>());
        var now = clock.instant();
        while (!begun.isEmpty() && !now.isBefore(begun.getFirst().plus(Limits.SIGN_IN_TRIES_WITHIN))) {
            begun.removeFirst();
        }
        return begun.size();
    }

    // Our own counters are no network of the public: what strangers do counts for nobody there.
    private static List<Target> targets(Knock knock, String signIn) {
        return knock.from()
                .network()
                .map(network -> List.of(
                        new Target(knock.authority(), Bound.NAME_FROM_NETWORK, network + " " + signIn),
                        new Target(knock.authority(), Bound.NAME, signIn),
                        new Target(knock.authority(), Bound.NETWORK, network.toString())))
                .orElseGet(() -> List.of(new Target(knock.authority(), Bound.NAME_FROM_NETWORK, signIn)));
    }
}
