package org.guichet.core.allot;

import java.util.Arrays;

/** What was overwritten, so that it can be written back, the last first. */
final class Log {
    /** Writes an old value back. */
    interface Back {
        void put(int at, int old);
    }

    private int[] entries = new int[64];
    private int size;

    void add(int at, int old) {
        if (size + 2 > entries.length) {
            entries = Arrays.copyOf(entries, 2 * entries.length);
        }
        entries[size++] = at;
        entries[size++] = old;
    }

    void clear() {
        size = 0;
    }

    void undo(Back back) {
        while (size > 0) {
            size -= 2;
            back.put(entries[size], entries[size + 1]);
        }
    }
}
