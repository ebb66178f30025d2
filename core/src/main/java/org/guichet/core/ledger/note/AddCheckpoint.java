package org.guichet.core.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.text.Canonical;
import org.guichet.core.text.Fields;
import org.guichet.core.text.FormatException;

/**
 * What a log sends to a witness (C2SP tlog-witness): a checkpoint to cosign, and the proof that it continues the last
 * one.
 *
 * @param old the size of the tree that the witness cosigned last, 0 when there was none
 * @param path the consistency proof from that tree to the one of the checkpoint
 */
public record AddCheckpoint(long old, List<Hash> path, SignedNote checkpoint) {
    public static final int BYTES_MAX = 256 * 1024;
    public static final int PATH_MAX = 63;

    private static final String OLD = "old";

    public AddCheckpoint {
        path = List.copyOf(path);
        if (old < 0 || path.size() > PATH_MAX) {
            throw new IllegalArgumentException("A witness is told a size and at most " + PATH_MAX + " hashes");
        }
    }

    public static AddCheckpoint parse(byte[] bytes) throws FormatException {
        if (bytes.length > BYTES_MAX) {
            throw new FormatException("there are more than " + BYTES_MAX + " bytes");
        }
        var fields = new Fields(Canonical.utf8(bytes));
        var old = Canonical.number(fields.value(OLD), Merkle.SIZE_MAX);
        var path = new ArrayList<Hash>();
        for (var line = fields.line(); !line.isEmpty(); line = fields.line()) {
            if (path.size() == PATH_MAX) {
                throw new FormatException("the proof has more than " + PATH_MAX + " hashes");
            }
            path.add(Checkpoint.hash(line));
        }
        return new AddCheckpoint(old, path, SignedNote.parse(fields.rest().getBytes(UTF_8)));
    }

    /** The body to send. */
    public String format() {
        return OLD + " " + old + "\n"
                + path.stream().map(hash -> Checkpoint.base64(hash) + "\n").collect(Collectors.joining())
                + "\n"
                + checkpoint.format();
    }
}
