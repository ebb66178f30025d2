package org.guichet.app.witness;

import java.util.HashSet;
import java.util.List;
import org.guichet.app.platform.CannotStart;
import org.guichet.app.platform.Limits;
import org.guichet.core.ledger.leaf.Quorum;
import org.guichet.core.ledger.note.WitnessList;

/** The witnesses that the operator declares, and how many of them a draw needs. */
public class Witnesses {
    private final List<Witness> all;
    private final int quorum;

    /** Each line is an address, a space and a key; {@code quorum} of them must have seen a sealed list. */
    public Witnesses(List<String> lines, int quorum) {
        this.all = lines.stream().map(Witness::parse).toList();
        this.quorum = quorum;
        var names = new HashSet<String>();
        if (!all.stream().allMatch(it -> names.add(it.name())) || names.size() > Limits.WITNESSES_MAX) {
            throw new CannotStart("the witnesses have the same name, or are more than " + Limits.WITNESSES_MAX + ".");
        }
        if (quorum < 0 || quorum > all.size()) {
            throw new CannotStart("a draw cannot need " + quorum + " of " + all.size() + " witnesses.");
        }
    }

    List<Witness> all() {
        return all;
    }

    public WitnessList list() {
        return new WitnessList(all.stream().map(Witness::key).toList());
    }

    /** What windows announced from now on declare. */
    public Quorum quorum() {
        return new Quorum(quorum, list().hash());
    }
}
