package org.guichet.app.proof;

import java.util.Optional;
import org.guichet.app.ledger.Tree;
import org.guichet.app.platform.AuthorityId;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.leaf.Opening;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.TlogProof;
import org.guichet.core.text.FormatException;
import org.springframework.stereotype.Component;

/** Proves that the journal has a leaf, for people to carry away. */
@Component
public final class Proofs {
    private final Tree tree;
    private final JournalFiles files;

    Proofs(Tree tree, JournalFiles files) {
        this.tree = tree;
        this.files = files;
    }

    /** A receipt, and the key of the journal that it is checked with. */
    public record Receipt(TlogProof proof, String key) {}

    /** The receipt for this leaf; empty until it has its place in the tree. */
    public Optional<Receipt> of(AuthorityId authority, Opening opening) {
        // A checkpoint read after the index covers it.
        return tree.index(authority, Merkle.leaf(opening.leaf().bytes()))
                .map(index -> new Receipt(
                        prove(authority, index).with(opening.bytes()),
                        files.key(authority).orElseThrow()));
    }

    private TlogProof prove(AuthorityId authority, long index) {
        var checkpoint = files.checkpoint(authority).orElseThrow();
        try {
            var size = Checkpoint.parse(checkpoint.text()).size();
            return TlogProof.prove(index, checkpoint, tree.nodes(authority, size));
        } catch (FormatException damaged) {
            throw new IllegalStateException("The stored checkpoint is damaged", damaged);
        }
    }
}
