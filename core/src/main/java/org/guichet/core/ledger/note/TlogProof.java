package org.guichet.core.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Inclusion;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.Nodes;
import org.guichet.core.text.Canonical;
import org.guichet.core.text.Fields;
import org.guichet.core.text.FormatException;

/**
 * A proof to carry away (C2SP tlog-proof): checked off line, it shows that a leaf stands in a log, and who saw that
 * log.
 *
 * @param extra opaque data in Base64, empty when there is none; nobody signed it
 */
public record TlogProof(String extra, long index, List<Hash> path, SignedNote checkpoint) {
    public static final int BYTES_MAX = SignedNote.BYTES_MAX;
    public static final int PATH_MAX = 63;

    private static final String TYPE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra";
    private static final String INDEX = "index";

    public TlogProof {
        path = List.copyOf(path);
        if (index < 0 || path.size() > PATH_MAX) {
            throw new IllegalArgumentException("A proof has an index and at most " + PATH_MAX + " hashes");
        }
    }

    /** What checking a proof comes to. */
    public sealed interface Outcome {
        /** The log has the leaf, and these keys vouch for the log. */
        record Holds(Checkpoint checkpoint, List<Endorsement> endorsements) implements Outcome {}

        /** It proves nothing; why, in English, as a clause. */
        record Refused(String why) implements Outcome {}
    }

    /** The proof for the leaf at {@code index} of the log at this checkpoint. */
    public static TlogProof prove(long index, SignedNote checkpoint, Nodes nodes) throws FormatException {
        var size = Checkpoint.parse(checkpoint.text()).size();
        return new TlogProof("", index, Inclusion.prove(index, size, nodes).path(), checkpoint);
    }

    public static TlogProof parse(byte[] bytes) throws FormatException {
        if (bytes.length > BYTES_MAX) {
            throw new FormatException("the proof is longer than " + BYTES_MAX + " bytes");
        }
        var fields = new Fields(Canonical.utf8(bytes));
        if (!fields.line().equals(TYPE)) {
            throw new FormatException("the first line is not " + TYPE);
        }
        var hasExtra = fields.has(EXTRA);
        var extra = hasExtra ? fields.value(EXTRA) : "";
        if (hasExtra && Canonical.base64(extra).length == 0) {
            throw new FormatException("the proof has a line for extra data and none on it");
        }
        var index = Canonical.number(fields.value(INDEX), Merkle.SIZE_MAX);
        var path = new ArrayList<Hash>();
        for (var line = fields.line(); !line.isEmpty(); line = fields.line()) {
            if (path.size() == PATH_MAX) {
                throw new FormatException("the proof has more than " + PATH_MAX + " hashes");
            }
            path.add(Checkpoint.hash(line));
        }
        return new TlogProof(extra, index, path, SignedNote.parse(fields.rest().getBytes(UTF_8)));
    }

    /** The same proof with extra data. */
    public TlogProof with(byte[] data) {
        return new TlogProof(Base64.getEncoder().encodeToString(data), index, path, checkpoint);
    }

    /** The extra data; empty when there is none. */
    public byte[] extraBytes() {
        return Base64.getDecoder().decode(extra);
    }

    /** The proof as it is handed out. */
    public String format() {
        return TYPE + "\n"
                + (extra.isEmpty() ? "" : EXTRA + " " + extra + "\n")
                + INDEX + " " + index + "\n"
                + path.stream().map(hash -> Checkpoint.base64(hash) + "\n").collect(Collectors.joining())
                + "\n"
                + checkpoint.format();
    }

    /**
     * Whether the log with the key {@code log} has this leaf; {@code witnesses} are the cosigners known to the reader.
     */
    public Outcome check(byte[] leaf, VerifierKey log, Collection<VerifierKey> witnesses) {
        var keys = new ArrayList<>(witnesses);
        keys.add(log);
        return switch (checkpoint.verify(keys)) {
            case SignedNote.Outcome.Refused(var why) -> new Outcome.Refused(why);
            case SignedNote.Outcome.Trusted(var endorsements)
            when endorsements.stream().noneMatch(by -> by.key().equals(log)) ->
                new Outcome.Refused("the log itself did not sign the checkpoint");
            case SignedNote.Outcome.Trusted(var endorsements) -> check(leaf, log, endorsements);
        };
    }

    private Outcome check(byte[] leaf, VerifierKey log, List<Endorsement> endorsements) {
        try {
            var state = Checkpoint.parse(checkpoint.text());
            if (!state.origin().equals(log.name())) {
                return new Outcome.Refused("the checkpoint is that of another log");
            }
            if (index >= state.size()) {
                return new Outcome.Refused(
                        "the log had " + state.size() + " leaves, counted from 0, and none with the index " + index);
            }
            return new Inclusion(index, state.size(), path).holds(Merkle.leaf(leaf), state.root())
                    ? new Outcome.Holds(state, endorsements)
                    : new Outcome.Refused("the path does not lead from the leaf to the root of the log");
        } catch (FormatException noCheckpoint) {
            return new Outcome.Refused(noCheckpoint.why());
        }
    }
}
