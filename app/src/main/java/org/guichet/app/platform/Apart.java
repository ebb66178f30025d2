package org.guichet.app.platform;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Work on many things, where one that fails keeps none of the others from being worked on. */
public final class Apart {
    private Apart() {}

    /**
     * Works on all of them, and throws in the end what failed first, with what failed after it beside. An outage ends
     * it at once: the next would meet it too.
     */
    public static <T> void each(Collection<T> all, Consumer<? super T> work) {
        inTurns(all, one -> {
            work.accept(one);
            return false;
        });
    }

    /** The same in turns: whatever has more to do comes again after all others; what failed does not. */
    public static <T> void inTurns(Collection<T> all, Predicate<? super T> hasMore) {
        var failure = Optional.<RuntimeException>empty();
        var turns = new ArrayDeque<>(all);
        while (!turns.isEmpty()) {
            var one = turns.remove();
            try {
                if (hasMore.test(one)) {
                    turns.add(one);
                }
            } catch (RuntimeException why) {
                // Java may throw one and the same again, and none may stand beside itself.
                failure.filter(it -> !it.equals(why)).ifPresent(it -> it.addSuppressed(why));
                failure = failure.or(() -> Optional.of(why));
                if (Transactions.isOutage(why)) {
                    break;
                }
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
