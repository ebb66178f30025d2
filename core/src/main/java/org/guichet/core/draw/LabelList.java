package org.guichet.core.draw;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** The labels of a large draw in little memory: 64 bytes each; labels can be added, never changed. */
public final class LabelList extends AbstractList<Label> implements RandomAccess {
    private static final int LENGTH = 64;
    private static final int BLOCK = 1024;

    private final List<byte[]> blocks = new ArrayList<>();
    private int size;

    /** A list without labels. */
    public LabelList() {}

    /** The labels at these places, without a copy of them. */
    public List<Label> at(int[] places) {
        return new Selection(this, places.clone());
    }

    /** The labels themselves where they are stored so that they never change, otherwise a copy. */
    static List<Label> unchanging(Collection<Label> labels) {
        return switch (labels) {
            case LabelList list -> list;
            case Selection selection -> selection;
            default -> List.copyOf(labels);
        };
    }

    @Override
    public boolean add(Label label) {
        if (size % BLOCK == 0) {
            blocks.add(new byte[BLOCK * LENGTH]);
        }
        System.arraycopy(label.text(), 0, blocks.getLast(), size % BLOCK * LENGTH, LENGTH);
        size++;
        return true;
    }

    @Override
    public Label get(int index) {
        Objects.checkIndex(index, size);
        return new Label(
                new String(blocks.get(index / BLOCK), index % BLOCK * LENGTH, LENGTH, StandardCharsets.US_ASCII));
    }

    @Override
    public int size() {
        return size;
    }

    private static final class Selection extends AbstractList<Label> implements RandomAccess {
        private final LabelList labels;
        private final int[] places;

        Selection(LabelList labels, int[] places) {
            this.labels = labels;
            this.places = places;
        }

        @Override
        public Label get(int index) {
            return labels.get(places[index]);
        }

        @Override
        public int size() {
            return places.length;
        }
    }
}
