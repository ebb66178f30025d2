package org.guichet.core.draw;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
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
}
