package org.guichet.app.limit;

import java.time.Duration;
import java.time.Instant;
import org.guichet.app.platform.Limits;

/** What is counted, how often it may be done, and in how long. */
public enum Bound {
    /** Requests sent from one network. */
    ASKED_FROM_NETWORK(Limits.ASKED_FROM_NETWORK_MAX, Limits.ASKED_FROM_NETWORK_WITHIN),
    /** Requests that one address or one telephone stands for. */
    ASKED_FOR_CONTACT(Limits.ASKED_FOR_CONTACT_MAX, Limits.ASKED_FOR_CONTACT_WITHIN),
    /** Requests for one person sent from one network, whether that person stands in a line or not. */
    ASKED_FOR_PERSON(Limits.ASKED_FOR_PERSON_MAX, Limits.ASKED_FOR_PERSON_WITHIN),
    /** Dates of birth tried for one number. */
    TRIED_ON_NUMBER(Limits.BIRTH_TRIES_MAX, Limits.BIRTH_TRIES_WITHIN),
    /** Dates of birth tried in vain from one network. */
    TRIED_FROM_NETWORK(Limits.TRIED_FROM_NETWORK_MAX, Limits.TRIED_FROM_NETWORK_WITHIN),
    /** Places that one request chose after it had given one back. */
    CHOSEN_AGAIN(Limits.CHOSEN_AGAIN_MAX, Limits.CHOSEN_AGAIN_WITHIN);

    private final int most;
    private final Duration within;

    Bound(int most, Duration within) {
        this.most = most;
        this.within = within;
    }

    int most() {
        return most;
    }

    Duration within() {
        return within;
    }

    /** The beginning of the span that is counted at an instant. */
    Instant since(Instant now) {
        var seconds = within.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
    }

    /** The beginning of the message keys. */
    public String key() {
        return switch (this) {
            case ASKED_FROM_NETWORK -> "limit.asked.network";
            case ASKED_FOR_CONTACT -> "limit.asked.contact";
            case ASKED_FOR_PERSON -> "limit.asked.person";
            case TRIED_ON_NUMBER -> "limit.tried.number";
            case TRIED_FROM_NETWORK -> "limit.tried.network";
            case CHOSEN_AGAIN -> "limit.chosen.again";
        };
    }
}
