package org.guichet.verifier;

import java.util.Optional;
import org.guichet.core.ledger.note.Checkpoint;

/** Compares the journal with the checkpoint it showed last time: it may only have grown. */
record MemoryCheck(Report report) {
    /** Whether what is seen now may replace what was remembered. */
    boolean compare(Optional<Remembered> earlier, Checkpoint now, TreeCheck tree) throws UnreadableException {
        return earlier.isEmpty() || grewFrom(earlier.get().checkpoint(), now, tree);
    }

    private boolean grewFrom(Checkpoint last, Checkpoint now, TreeCheck tree) throws UnreadableException {
        if (!last.origin().equals(now.origin())) {
            return wrong("last time this was the journal " + last.origin());
        }
        if (now.size() < last.size()) {
            return wrong("the checkpoint is an old one: last time the journal had " + last.size()
                    + " leaves, and it never shrinks");
        }
        var root = tree.rootAt(last.size());
        if (!root.equals(last.root())) {
            return wrong("the journal has two histories: its first " + last.size() + " leaves now have the root "
                    + root.hex() + ", but last time it signed " + last.root().hex()
                    + "; both signed checkpoints together are the proof");
        }
        report.checked("The journal begins with the " + last.size() + " leaves it had last time.");
        return true;
    }

    private boolean wrong(String what) {
        report.wrong(Finding.of(what));
        return false;
    }
}
