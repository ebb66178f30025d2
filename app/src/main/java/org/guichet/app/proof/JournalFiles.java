package org.guichet.app.proof;

import java.util.Optional;
import org.guichet.app.ledger.JournalKeys;
import org.guichet.app.ledger.Tree;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Keys;
import org.guichet.app.platform.Settings;
import org.guichet.app.witness.Cosignatures;
import org.guichet.core.beacon.RehearsalChain;
import org.guichet.core.ledger.leaf.WindowId;
import org.guichet.core.ledger.note.SignedNote;
import org.springframework.stereotype.Component;

/** The small files of a published journal by what they mean (docs/spec/log.md). */
@Component
final class JournalFiles {
    private final Tree tree;
    private final Cosignatures cosignatures;
    private final WitnessProofs proofs;
    private final JournalKeys keys;
    private final Optional<RehearsalChain> rehearsal;

    JournalFiles(
            Tree tree,
            Cosignatures cosignatures,
            WitnessProofs proofs,
            JournalKeys keys,
            Settings settings,
            Keys secrets) {
        this.tree = tree;
        this.cosignatures = cosignatures;
        this.proofs = proofs;
        this.keys = keys;
        this.rehearsal =
                settings.demo() ? Optional.of(RehearsalChain.from(secrets.seed("rehearsal"))) : Optional.empty();
    }

    /** The newest, with the cosignatures it has so far; empty before the first leaf. */
    Optional<SignedNote> checkpoint(AuthorityId authority) {
        return cosignatures.newest(authority);
    }

    /** The public key as people pin it; empty before the first checkpoint. */
    Optional<String> key(AuthorityId authority) {
        return tree.checkpoint(authority).map(_ -> keys.verifier(authority).text());
    }

    Optional<String> rehearsal() {
        return rehearsal.map(it -> it.rehearsal().text());
    }

    /** The proof that enough witnesses saw a sealed list; empty where they did not, or none was declared. */
    Optional<String> sealed(AuthorityId authority, WindowId window) {
        return proofs.ofSeal(authority, window).map(it -> it.proof().format());
    }

    /** The proof that enough witnesses saw that a draw was voided; empty where they did not, or it was not. */
    Optional<String> voided(AuthorityId authority, WindowId window) {
        return proofs.ofVoid(authority, window).map(it -> it.proof().format());
    }
}
