package org.guichet.app.platform;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Work on many things, where one that fails keeps none of the others from being worked on. */
public final class Apart {
    private Apart() {}

    /**
     * Works on all of them, and throws in the end what failed first, with what failed after it beside. An outage ends
     * it at once: the next would meet it too.
     */
    public static <T> void each(Collection<T> all, Consumer<? super T> work) {
        var failure = Optional.<RuntimeException>empty();
        for (var one : List.copyOf(all)) {
            try {
                work.accept(one);
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
