package org.guichet.app.choosing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.app.appointment.FreePlaces;
import org.guichet.app.catalogue.KeptPlaces;
import org.guichet.app.catalogue.Place;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.springframework.stereotype.Component;

/**
 * Keeps a place for somebody who has said who comes and chose it, for a declared time: the newest hold of a person
 * takes the place of an older one. It may be asked again as often as one likes.
 */
@Component
public final class HoldPlace {
    private final Transactions transactions;
    private final FreePlaces free;
    private final KeptPlaces kept;
    private final Regimes regimes;
    private final Room room;
    private final Holds holds;

    HoldPlace(Transactions transactions, FreePlaces free, KeptPlaces kept, Regimes regimes, Room room, Holds holds) {
        this.transactions = transactions;
        this.free = free;
        this.kept = kept;
        this.regimes = regimes;
        this.room = room;
        this.holds = holds;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** The place is kept until then. */
        record Held(Instant until) implements Outcome {}

        /** The place is free, and not kept: many people are choosing. Whoever sends first gets it. */
        record NotKept() implements Outcome {}

        /** Somebody else has it, or it never was; whether there is another the calendar tells. */
        record Taken() implements Outcome {}

        /** Places are not chosen any more, since people wait for them or none is free. */
        record Over() implements Outcome {}
    }

    public Outcome hold(AuthorityId authority, Chooser chooser, Wanted wanted) {
        return hold(authority, chooser, wanted, Limits.CHOSEN_KEPT_ONE_IN);
    }

    /** For somebody who sends now, however many are choosing. */
    Outcome holdToSend(AuthorityId authority, Chooser chooser, Wanted wanted) {
        return hold(authority, chooser, wanted, 1);
    }

    /** Nothing is kept any more under the name of the form; what was goes to the line. Again changes nothing. */
    void letGo(AuthorityId authority, Chooser chooser) {
        if (!kept.keptBy(authority, chooser.form(), transactions.now()).isEmpty()) {
            transactions.inTurn(authority, chooser.pool(), now -> {
                free.lock(authority, chooser.pool());
                free.letGo(authority, chooser.pool(), List.of(chooser.form()), now);
                return now;
            });
        }
    }

    // Where many want few places, most come too late. What was nobody's to have when they looked is refused without the
    // lock, before they wait for their turn and when it comes; what seems free is not given without the lock.
    private Outcome hold(AuthorityId authority, Chooser chooser, Wanted wanted, int oneIn) {
        return tooLate(authority, chooser, wanted)
                .orElseGet(() -> transactions.inTurn(
                        authority,
                        chooser.pool(),
                        now -> tooLate(authority, chooser, wanted)
                                .orElseGet(() -> holdLocked(authority, chooser, wanted, oneIn, now))));
    }

    private Optional<Outcome> tooLate(AuthorityId authority, Chooser chooser, Wanted wanted) {
        var now = transactions.now();
        return regimes.isTaken(authority, chooser.pool(), wanted, now)
                        && kept.keptBy(authority, chooser.form(), now).isEmpty()
                ? Optional.of(new Outcome.Taken())
                : Optional.empty();
    }

    private Outcome holdLocked(AuthorityId authority, Chooser chooser, Wanted wanted, int oneIn, Instant now) {
        free.lock(authority, chooser.pool());
        var own = kept.keptBy(authority, chooser.form(), now);
        var state = regimes.decide(authority, chooser.pool(), now);
        if (!state.isChoice() && own.isEmpty()) {
            return new Outcome.Over();
        }
        var open = new ArrayList<>(own);
        open.addAll(state.free());
        var others = kept.countKept(authority, chooser.pool(), now) - own.size();
        var most = (others + open.size()) / oneIn;
        return room.at(authority, chooser, wanted, open)
                .map(block -> others == 0 || others + block.size() <= most
                        ? keep(authority, chooser, block, now)
                        : goOnWithout(authority, chooser, now))
                .orElseGet(Outcome.Taken::new);
    }

    private Outcome keep(AuthorityId authority, Chooser chooser, List<Place> block, Instant now) {
        var until = now.plus(Limits.CHOSEN_KEPT);
        var before = kept.keep(authority, block, chooser.form(), now, until);
        if (before.isEmpty()) {
            return new Outcome.Taken();
        }
        var earlier = holds.live(authority, chooser, now);
        earlier.remove(chooser.form());
        holds.put(authority, chooser, now, until);
        free.letGo(authority, chooser.pool(), earlier, now);
        free.pass(authority, chooser.pool(), before.get(), now);
        return new Outcome.Held(until);
    }

    private Outcome goOnWithout(AuthorityId authority, Chooser chooser, Instant now) {
        var earlier = holds.live(authority, chooser, now);
        earlier.add(chooser.form());
        free.letGo(authority, chooser.pool(), earlier, now);
        return new Outcome.NotKept();
    }
}
