package org.guichet.verifier;

import java.util.ArrayList;
import java.util.List;

/** What no check from outside can tell, said each time so that a verdict is not taken for more than it is. */
final class Caveats {
    private Caveats() {}

    static List<String> of(long runs, long regimes, long events, boolean remembers) {
        var caveats = new ArrayList<String>();
        caveats.add("That every request made was recorded: each person's receipt has the proof for that one request.");
        caveats.add("That each label is one real person: the journal names nobody.");
        caveats.add("That others are shown the same journal: compare the root with theirs, or name witnesses with"
                + " --witness.");
        if (runs > 0) {
            caveats.add("What the " + runs + " runs of the allotment did: the journal commits to what went in and came"
                    + " out. Whoever is shown the record of a run holds it again with --run.");
        }
        if (regimes > 0) {
            caveats.add(
                    "That nobody waited for a free place whenever places were chosen: the journal says since when.");
        }
        if (events > 0) {
            caveats.add("What the " + events + " events say: only who holds the salt can open a commitment.");
        }
        if (!remembers) {
            caveats.add("That the journal still holds what it showed before: use --remember.");
        }
        return caveats;
    }
}
