package org.guichet.app.appointment;

import org.guichet.core.allot.SerialDictatorship;
import org.guichet.core.allot.Stock;
import org.guichet.core.allot.Together;
import org.guichet.core.allot.Turn;

/** What a refused request met in a run, as it can be said in a sentence; the certificate proves it. */
public sealed interface Obstacle {
    /** None of the free places was among those it accepts. */
    record NothingSuits() implements Obstacle {}

    /** All that suited one person, so many, went to requests before. */
    record AllGiven(int places) implements Obstacle {}

    /** Places suited, but never enough for all its persons together, whoever else asked. */
    record TooFewTogether(int persons, Together together) implements Obstacle {}

    /** Wherever its persons could come together, a place at least went to a request before. */
    record OneIsMissing(int persons, Together together) implements Obstacle {}

    /** Of a request that got nothing. Of a wall only those places count that suit it. */
    static Obstacle of(Turn refused, Stock stock) {
        var suiting = (int) stock.places().stream()
                .filter(it -> stock.suits(refused.acceptable(), it))
                .count();
        if (suiting == 0) {
            return new NothingSuits();
        }
        if (refused.persons() == 1) {
            return new AllGiven(suiting);
        }
        return SerialDictatorship.alone(stock, refused).isEmpty()
                ? new TooFewTogether(refused.persons(), refused.together())
                : new OneIsMissing(refused.persons(), refused.together());
    }
}
