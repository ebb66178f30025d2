package org.guichet.core.draw;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** The labels of a large draw in little memory: 64 bytes each; labels can be added, never changed. */
public final class LabelList extends AbstractList<Label> implements RandomAccess {
    static final int LENGTH = 64;
    private static final int BLOCK = 1024;

    private final List<byte[]> blocks = new ArrayList<>();
    private int size;

    /** A list without labels. */
    public LabelList() {}

    /** The labels at these places, without a copy of them. */
    public List<Label> at(int[] places) {
        return new Selection(this, places.clone());
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
        var text = new byte[LENGTH];
        copy(index, text, 0);
        return new Label(new String(text, StandardCharsets.US_ASCII));
    }

    @Override
    public int size() {
        return size;
    }

    /** Writes the text of a label into {@code into} from {@code at} on, without making the label. */
    void copy(int index, byte[] into, int at) {
        Objects.checkIndex(index, size);
        System.arraycopy(blocks.get(index / BLOCK), index % BLOCK * LENGTH, into, at, LENGTH);
    }

    /** Some labels of a list. */
    static final class Selection extends AbstractList<Label> implements RandomAccess {
        private final LabelList labels;
        private final int[] places;

        private Selection(LabelList labels, int[] places) {
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

        void copy(int index, byte[] into, int at) {
            labels.copy(places[index], into, at);
        }
    }
}
