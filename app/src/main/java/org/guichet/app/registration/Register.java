package org.guichet.app.registration;

import java.time.Duration;
import java.util.Optional;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.GroupCommit;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Pool;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.WriteRequests.Written;
import org.guichet.app.window.Windows;
import org.springframework.stereotype.Component;

/**
 * Records a request: always, once, and without a word about who stands in the line already. It is durable when the
 * answer is given; a transaction that the caller has open is not waited for.
 */
@Component
public final class Register implements AutoCloseable {
    private static final int DRAFTS_MAX = 5;

    private final Transactions transactions;
    private final Windows windows;
    private final Drafts drafts;
    private final Requests requests;
    private final GroupCommit<Pool, Draft, Written> together;

    Register(Transactions transactions, Windows windows, Drafts drafts, Requests requests, WriteRequests write) {
        this.transactions = transactions;
        this.windows = windows;
        this.drafts = drafts;
        this.requests = requests;
        this.together = new GroupCommit<>(
                write::write,
                Transactions::isOutage,
                new GroupCommit.Bounds(
                        Limits.WRITING_AT_ONCE_MAX,
                        Limits.WRITTEN_TOGETHER_MAX,
                        Limits.WAITING_TO_BE_WRITTEN_MAX,
                        Duration.ZERO));
    }

    public sealed interface Outcome {
        Request request();

        record Registered(Request request) implements Outcome {}

        /** The same form was sent before: it is the same request. */
        record SentBefore(Request request) implements Outcome {}

        /** The same form was sent before, but the request is not as the form says now: it stays as it is. */
        record SentOtherwise(Request request) implements Outcome {}
    }

    /**
     * The request is of the instant of this call, and of the window that is open then.
     *
     * @throws java.util.concurrent.RejectedExecutionException if so many wait to be written that nobody may be added
     */
    public Outcome register(AuthorityId authority, Application application) {
        var now = transactions.now();
        var pool = new Pool(authority, application.pool());
        var window = windows.openAt(authority, pool.code(), now);
        for (int draft = 0; draft < DRAFTS_MAX; draft++) {
            switch (together.write(pool, drafts.draft(authority, application, window, now))) {
                case Written.Recorded(var request) -> {
                    return new Outcome.Registered(request);
                }
                case Written.SentBefore(var earlier) -> {
                    return again(authority, earlier, application);
                }
                case Written.DraftAnew(var at) -> window = windows.openAt(authority, pool.code(), at);
            }
        }
        throw new IllegalStateException("No window takes the request, or every number is taken");
    }

    /** What this form is already: a request, as it was sent or otherwise. */
    public Optional<Outcome> sentBefore(AuthorityId authority, Application application) {
        return requests.find(authority, application.submission()).map(it -> again(authority, it, application));
    }

    private Outcome again(AuthorityId authority, Request earlier, Application now) {
        return isAsSent(authority, earlier, now) ? new Outcome.SentBefore(earlier) : new Outcome.SentOtherwise(earlier);
    }

    private boolean isAsSent(AuthorityId authority, Request recorded, Application now) {
        return recorded.together() == now.together()
                && recorded.wishes().equals(now.wishes())
                && requests.persons(authority, recorded.id()).equals(now.persons())
                && requests.reach(authority, recorded.id()).equals(now.reach());
    }

    @Override
    public void close() {
        together.close();
    }
}
