package org.guichet.app.appointment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.RequestId;

/**
 * Places held for a request: open until {@code answerBy}; once accepted it is the appointment. A {@code chosen}
 * one never was a proposal: its person chose the place on the calendar.
 */
public record Offer(
        UUID id,
        RequestId request,
        String pool,
        State state,
        Instant madeAt,
        Instant answerBy,
        Optional<Instant> endedAt,
        String centre,
        Instant startsAt,
        Instant endsAt,
        boolean chosen) {

    /**
     * How far it came. Open and accepted offers hold their places. When a centre closes, an appointment in it is closed
     * and an offer in it retracted. An offer without an answer lapses where there was less time than usual: its day was
     * near, an outage took some of it, or nobody could be told. An appointment is forgotten where no agent noted in
     * time what became of it.
     */
    public enum State {
        OPEN,
        ACCEPTED,
        REFUSED,
        SILENT,
        CANCELLED,
        CLOSED,
        RETRACTED,
        LAPSED,
        FORGOTTEN,
        ABSENT,
        MET
    }

    /**
     * Whether its person chose it, and gave it back, or lost it by a closure or because nobody noted what became of it:
     * then another place may be chosen. For whoever has a rank the next run looks.
     */
    public boolean isToChooseAgain(boolean isRanked) {
        return chosen
                && (state == State.CANCELLED || (!isRanked && (state == State.CLOSED || state == State.FORGOTTEN)));
    }

    /** What its answer commits to in the journal (docs/spec/journal.md). */
    String answer() {
        return answer(state);
    }

    /** The same for a state that it came to since it was read. */
    String answer(State now) {
        return "offer %s\nanswer %s\n".formatted(id, now);
    }

    /** Whether no answer counts any more. */
    boolean isOver(Instant now) {
        return !now.isBefore(answerBy.plus(Limits.ANSWER_GRACE));
    }

    /** Whether its day was nearer than a run may offer it: then it never is a silence. */
    boolean isNear() {
        return Duration.between(madeAt, startsAt).compareTo(Limits.OFFER_LEAD) < 0;
    }

    public boolean isLive() {
        return state == State.OPEN || state == State.ACCEPTED;
    }

    /** Whether it ended because its centre closed. */
    public boolean endedByClosure() {
        return state == State.CLOSED || state == State.RETRACTED;
    }
}
