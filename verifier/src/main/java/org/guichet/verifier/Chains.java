package org.guichet.verifier;

import java.util.Optional;
import org.guichet.core.beacon.Chain;
import org.guichet.core.beacon.Rehearsal;
import org.guichet.core.ledger.Hash;

/** The chains that may decide a draw: quicknet, and the rehearsal chain of the site if it has one. */
record Chains(Optional<Rehearsal> rehearsal) {
    Optional<Chain> find(Hash hash) {
        return Chain.QUICKNET.hash().equals(hash)
                ? Optional.of(Chain.QUICKNET)
                : rehearsal.map(Rehearsal::chain).filter(chain -> chain.hash().equals(hash));
    }
}
