package org.guichet.app.witness;

import java.time.Instant;
import org.guichet.app.World;
import org.guichet.app.ledger.Tree;
import org.guichet.core.ledger.note.SignerKey;

/** What comes of asking a witness, at any time of its clock. */
public final class Cosigning {
    private Cosigning() {}

    /** The witness sees the newest checkpoint. */
    public static void cosign(World world, SignerKey witness, Instant at) {
        var note = Cosignatures.parse(
                world.get(Tree.class).checkpoint(World.AUTHORITY).orElseThrow());
        world.get(Cosignatures.class).keep(World.AUTHORITY, note, witness.sign(note.text(), at), at);
    }
}
