package org.guichet.app.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows of one kind that a transaction writes together: before it commits, in the order in which they were added, and in
 * as few statements as they take instead of one for each. What the transaction reads meanwhile does not hold them.
 * Outside a transaction they are written at once. The writer adds nothing itself, to this or another.
 */
public final class Gathered<R> {
    private final int most;
    private final BiConsumer<AuthorityId, List<R>> writer;

    /** Never more than {@code most} wait to be written. */
    public Gathered(int most, BiConsumer<AuthorityId, List<R>> writer) {
        this.most = most;
        this.writer = writer;
    }

    public void add(AuthorityId authority, R row) {
        add(authority, List.of(row));
    }

    public void add(AuthorityId authority, Collection<? extends R> rows) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            waiting(authority).add(rows);
        } else if (!rows.isEmpty()) {
            writer.accept(authority, List.copyOf(rows));
        }
    }

    private Waiting waiting(AuthorityId authority) {
        for (var open : TransactionSynchronizationManager.getSynchronizations()) {
            if (open instanceof Gathered<?>.Waiting it && it.isOf(this, authority)) {
                @SuppressWarnings("unchecked") // it is of this one, and so are its rows
                var ours = (Waiting) it;
                return ours;
            }
        }
        var first = new Waiting(authority);
        TransactionSynchronizationManager.registerSynchronization(first);
        return first;
    }

    /** Those of one transaction. */
    private final class Waiting implements TransactionSynchronization {
        private final AuthorityId authority;
        private final List<R> rows = new ArrayList<>();

        private Waiting(AuthorityId authority) {
            this.authority = authority;
        }

        private boolean isOf(Gathered<?> gathered, AuthorityId other) {
            return gathered == Gathered.this && authority.equals(other);
        }

        private void add(Collection<? extends R> more) {
            for (var row : more) {
                rows.add(row);
                if (rows.size() == most) {
                    write();
                }
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!rows.isEmpty()) {
                write();
            }
        }

        private void write() {
            writer.accept(authority, List.copyOf(rows));
            rows.clear();
        }
    }
}
