package org.guichet.app.registration;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Pool;
import org.guichet.app.platform.Transactions;
import org.guichet.app.window.Window;
import org.guichet.app.window.Windows;
import org.guichet.core.ledger.leaf.Leaf;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Writes many requests of one line, each with all that belongs to it, in one transaction. What becomes of each is what
 * would have become of it had they come one after the other.
 */
@Component
final class WriteRequests {
    private final Transactions transactions;
    private final Windows windows;
    private final Requests requests;
    private final StandOrJoin standOrJoin;
    private final Journal journal;
    private final Correspondence correspondence;

    WriteRequests(
            Transactions transactions,
            Windows windows,
            Requests requests,
            StandOrJoin standOrJoin,
            Journal journal,
            Correspondence correspondence) {
        this.transactions = transactions;
        this.windows = windows;
        this.requests = requests;
        this.standOrJoin = standOrJoin;
        this.journal = journal;
        this.correspondence = correspondence;
    }

    /** What became of a draft. */
    sealed interface Written {
        record Recorded(Request request) implements Written {}

        record SentBefore(Request earlier) implements Written {}

        /** Nothing was written: the window was sealed, or the number is taken. The window is that of {@code at}. */
        record DraftAnew(Instant at) implements Written {}
    }

    List<Written> write(Pool pool, List<Draft> drafts) {
        try {
            return transactions.apart(() -> writeAll(pool, drafts));
        } catch (DuplicateKeyException numberTaken) {
            // It keeps out all who are written with it, and they are written in halves then.
            if (drafts.size() > 1) {
                throw numberTaken;
            }
            return List.of(new Written.DraftAnew(drafts.getFirst().request().registeredAt()));
        }
    }

    private List<Written> writeAll(Pool pool, List<Draft> drafts) {
        var authority = pool.authority();
        var open = enter(authority, drafts);
        var inTime = drafts.stream().filter(it -> open.contains(it.window())).toList();
        var added = requests.add(pool, inTime);
        var fresh =
                inTime.stream().filter(it -> added.contains(it.request().id())).toList();
        var sentBefore = fresh.size() == inTime.size() ? Map.<UUID, Request>of() : earlier(authority, inTime);
        if (!fresh.isEmpty()) {
            follow(pool, fresh);
        }
        return drafts.stream()
                .map(it -> added.contains(it.request().id())
                        ? new Written.Recorded(it.request())
                        : notAdded(it, open, sentBefore))
                .toList();
    }

    private static Written notAdded(Draft draft, Set<Window> open, Map<UUID, Request> sentBefore) {
        if (!open.contains(draft.window())) {
            // Only if it waited over the end of its window, or another node's clock is ahead: the next one takes it.
            return new Written.DraftAnew(draft.window().closesAt());
        }
        return new Written.SentBefore(Objects.requireNonNull(sentBefore.get(draft.submission())));
    }

    // In the order of their numbers, as everywhere.
    private Set<Window> enter(AuthorityId authority, List<Draft> drafts) {
        return drafts.stream()
                .map(Draft::window)
                .distinct()
                .sorted(Comparator.comparingInt(Window::number))
                .filter(it -> windows.enter(authority, it))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<UUID, Request> earlier(AuthorityId authority, List<Draft> drafts) {
        return requests.find(authority, drafts.stream().map(Draft::submission).toList());
    }

    private void follow(Pool pool, List<Draft> drafts) {
        var authority = pool.authority();
        journal.append(
                authority,
                drafts.stream()
                        .map(it ->
                                new Leaf.Request(it.window().id(), it.request().label()))
                        .toList());
        correspondence.post(
                authority, drafts.stream().flatMap(it -> it.letters().stream()).toList());
        standOrJoin.stand(pool, drafts);
    }
}
