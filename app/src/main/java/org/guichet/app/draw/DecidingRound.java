package org.guichet.app.draw;

import java.util.Optional;
import org.guichet.app.beacon.Beacon;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.guichet.app.proof.WitnessProofs;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.Chain;
import org.guichet.core.beacon.Round;
import org.springframework.stereotype.Component;

/** Which of the announced rounds may decide a draw now: it is known, and enough witnesses saw before what had to be. */
@Component
final class DecidingRound {
    private final Transactions transactions;
    private final Beacon beacon;
    private final WitnessProofs proofs;

    DecidingRound(Transactions transactions, Beacon beacon, WitnessProofs proofs) {
        this.transactions = transactions;
        this.beacon = beacon;
        this.proofs = proofs;
    }

    Chain chain() {
        return beacon.chain();
    }

    /** The round, or its fallback; empty as long as there is none, so that it is asked again. */
    Optional<Round> of(AuthorityId authority, Drawing drawing, Announced announced) {
        return known(authority, drawing, announced.round()).or(() -> known(authority, drawing, announced.fallback()));
    }

    /** Whether both rounds passed without enough witnesses, so that none can decide any more. */
    boolean isLost(AuthorityId authority, Drawing drawing, Announced announced) {
        return isKnown(announced.fallback())
                && !isWitnessed(authority, drawing, announced.round())
                && !isWitnessed(authority, drawing, announced.fallback());
    }

    /** Whether enough witnesses saw the list, or that its draw was voided, before this round, if any were declared. */
    boolean isWitnessed(AuthorityId authority, Drawing drawing, long round) {
        return seen(authority, drawing, round).map(WitnessProofs.Seen::isEnough).orElse(true);
    }

    /** Who saw it before this round; empty where no witness was declared. */
    Optional<WitnessProofs.Seen> seen(AuthorityId authority, Drawing drawing, long round) {
        return proofs.before(authority, drawing.id(), chain().timeOf(round));
    }

    private Optional<Round> known(AuthorityId authority, Drawing drawing, long round) {
        return isKnown(round) && isWitnessed(authority, drawing, round) ? beacon.round(round) : Optional.empty();
    }

    private boolean isKnown(long round) {
        return !transactions.now().isBefore(chain().timeOf(round));
    }
}
