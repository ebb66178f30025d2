package org.guichet.app.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction, and the one instant at which all of it happens. */
@Component
public final class Transactions {
    private final TransactionTemplate template;
    private final Clock clock;

    public Transactions(PlatformTransactionManager manager, Clock clock) {
        this.template = new TransactionTemplate(manager);
        this.clock = clock;
    }

    public <T> T of(Function<Instant, T> work) {
        return Objects.requireNonNull(template.execute(_ -> work.apply(clock.instant())));
    }

    public void run(Consumer<Instant> work) {
        template.executeWithoutResult(_ -> work.accept(clock.instant()));
    }

    /** The instant outside any transaction: for looking only. */
    public Instant now() {
        return clock.instant();
    }
}
