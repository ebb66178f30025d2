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
 * takes the place of an older one. It may be asked again as often as one likes, but nobody keeps a place without end.
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
        /** The place is kept until then, and a moment longer for what was sent by then. */
        record Held(Instant until) implements Outcome {}

        /** The place is free, and not kept: many people are choosing. Whoever sends first gets it. */
        record NotKept() implements Outcome {}

        /** Somebody else has it, or it never was; whether there is another the calendar tells. */
        record Taken() implements Outcome {}

        /** Places are not chosen any more, since people wait for them or none is free. */
        record Over() implements Outcome {}
    }

    /** Somebody who chose, and who sends now or still writes. */
    private record Ask(AuthorityId authority, Chooser chooser, Wanted wanted, boolean isSent) {
        // However many are choosing: what is sent now is given in the next moment.
        int oneIn() {
            return isSent ? 1 : Limits.CHOSEN_KEPT_ONE_IN;
        }

        // What was kept in time is given as long as was said, though its hour has come near meanwhile.
        Instant after(Instant now) {
            return now.plus(isSent ? Limits.CHOICE_LEAD.minus(Limits.CHOSEN_HELD) : Limits.CHOICE_LEAD);
        }

        KeptPlaces.Term term(Instant now) {
            var inAll = isSent ? Limits.ANSWERS_LIVE : Limits.CHOSEN_KEPT_IN_ALL.plus(Limits.ANSWER_GRACE);
            return new KeptPlaces.Term(now, now.plus(Limits.CHOSEN_HELD), inAll);
        }
    }

    public Outcome hold(AuthorityId authority, Chooser chooser, Wanted wanted) {
        return hold(new Ask(authority, chooser, wanted, false));
    }

    /** For somebody who sends now. */
    Outcome holdToSend(AuthorityId authority, Chooser chooser, Wanted wanted) {
        return hold(new Ask(authority, chooser, wanted, true));
    }

    /** Nothing is kept any more under the name of the form; what was goes to the line. Again changes nothing. */
    void letGo(AuthorityId authority, Chooser chooser) {
        var seen = transactions.now();
        if (!kept.keptBy(authority, chooser.form(), seen, seen).isEmpty()) {
            transactions.inTurn(authority, chooser.pool(), now -> {
                free.lock(authority, chooser.pool());
                free.letGo(authority, chooser.pool(), List.of(chooser.form()), now);
                return now;
            });
        }
    }

    // Where many want few places, most come too late. What was nobody's to have when they looked is refused without the
    // lock, before they wait for their turn and when it comes; what seems free is not given without the lock.
    private Outcome hold(Ask ask) {
        return tooLate(ask)
                .orElseGet(() -> transactions.inTurn(
                        ask.authority, ask.chooser.pool(), now -> tooLate(ask).orElseGet(() -> holdLocked(ask, now))));
    }

    private Optional<Outcome> tooLate(Ask ask) {
        var now = transactions.now();
        return regimes.isTaken(ask.authority, ask.chooser.pool(), ask.wanted, now)
                        && own(ask, now).isEmpty()
                ? Optional.of(new Outcome.Taken())
                : Optional.empty();
    }

    private List<Place> own(Ask ask, Instant now) {
        return kept.keptBy(ask.authority, ask.chooser.form(), ask.after(now), now);
    }

    private Outcome holdLocked(Ask ask, Instant now) {
        var pool = ask.chooser.pool();
        free.lock(ask.authority, pool);
        var own = own(ask, now);
        var state = regimes.decide(ask.authority, pool, now);
        if (!state.isChoice() && own.isEmpty()) {
            return new Outcome.Over();
        }
        var open = new ArrayList<>(own);
        open.addAll(state.free());
        var others = kept.countKeptForOthers(ask.authority, pool, ask.chooser.form(), now);
        var most = (others + open.size()) / ask.oneIn();
        return room.at(ask.authority, ask.chooser, ask.wanted, open)
                .map(block -> others == 0 || others + block.size() <= most
                        ? keep(ask, block, now)
                        : goOnWithout(ask.authority, ask.chooser, now))
                .orElseGet(Outcome.Taken::new);
    }

    private Outcome keep(Ask ask, List<Place> block, Instant now) {
        var authority = ask.authority;
        var chooser = ask.chooser;
        var keeping = kept.keep(authority, block, chooser.form(), ask.term(now));
        if (keeping.isEmpty()) {
            return new Outcome.Taken();
        }
        var earlier = holds.live(authority, chooser, now);
        earlier.remove(chooser.form());
        holds.put(authority, chooser, now, keeping.get().until());
        free.letGo(authority, chooser.pool(), earlier, now);
        free.pass(authority, chooser.pool(), keeping.get().left(), now);
        return new Outcome.Held(keeping.get().until().minus(Limits.ANSWER_GRACE));
    }

    private Outcome goOnWithout(AuthorityId authority, Chooser chooser, Instant now) {
        var earlier = holds.live(authority, chooser, now);
        earlier.add(chooser.form());
        free.letGo(authority, chooser.pool(), earlier, now);
        return new Outcome.NotKept();
    }
}
