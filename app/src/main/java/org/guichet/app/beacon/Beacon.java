package org.guichet.app.beacon;

import java.util.Optional;
import org.guichet.core.beacon.Chain;
import org.guichet.core.beacon.Round;

/** Where the rounds of the beacon come from. What comes is not trusted: it proves itself, or is refused. */
public interface Beacon {
    Chain chain();

    /** The round, if it can be had now. */
    Optional<Round> round(long number);
}
