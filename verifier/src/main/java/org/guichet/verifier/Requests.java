package org.guichet.verifier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.guichet.core.draw.Label;
import org.guichet.core.draw.LabelList;
import org.guichet.core.draw.SealedList;

/** All requests of a journal in its order, at 72 bytes each: a million fit where little memory is. */
final class Requests {
    private static final int FIRST_ROOM = 1024;

    private final LabelList labels = new LabelList();
    private long[] leaves = new long[FIRST_ROOM];

    /** Adds a request and tells its place among all. */
    int add(long leaf, Label label) {
        var place = labels.size();
        if (place == leaves.length) {
            leaves = Arrays.copyOf(leaves, 2 * place);
        }
        leaves[place] = leaf;
        labels.add(label);
        return place;
    }

    int count() {
        return labels.size();
    }

    long leaf(int place) {
        return leaves[place];
    }

    List<Label> labels(int[] places) {
        return labels.at(places);
    }

    OptionalInt find(Label label) {
        var place = labels.indexOf(label);
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** A label that two leaves hold, if there is one. */
    Optional<Finding> twin() {
        return SealedList.twin(labels)
                .map(twin -> Finding.at(
                        leaves[labels.lastIndexOf(twin)],
                        "the request has the same label as leaf " + leaves[labels.indexOf(twin)]
                                + "; a label stands in a journal once"));
    }
}
