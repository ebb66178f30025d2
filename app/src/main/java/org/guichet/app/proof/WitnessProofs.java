package org.guichet.app.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guichet.app.ledger.JournalKeys;
import org.guichet.app.ledger.Tree;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.witness.Cosignatures;
import org.guichet.app.witness.Witnesses;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.PoolCode;
import org.guichet.core.ledger.leaf.Quorum;
import org.guichet.core.ledger.leaf.WindowId;
import org.guichet.core.ledger.leaf.WitnessProof;
import org.guichet.core.ledger.note.Endorsement;
import org.guichet.core.ledger.note.TlogProof;
import org.guichet.core.ledger.note.VerifierKey;
import org.guichet.core.ledger.note.WitnessList;
import org.guichet.core.text.FormatException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Proves that the declared witnesses saw a sealed list before a round may order it, and where its draw was voided, that
 * they saw that too before the next round (docs/spec/draw.md).
 */
@Component
public final class WitnessProofs {
    private static final String DECLARE = """
            insert into seal_proof (authority_id, pool, window_no, quorum, witnesses)
            values (?, ?, ?, ?, ?)""";

    private static final String SEAL = """
            update seal_proof
            set seal = ?
            where authority_id = ? and pool = ? and window_no = ?""";

    private static final String VOIDED = """
            update seal_proof
            set voided = ?
            where authority_id = ? and pool = ? and window_no = ?""";

    private static final String FIND = """
            select quorum, witnesses, seal, voided
            from seal_proof
            where authority_id = ? and pool = ? and window_no = ?""";

    private static final String SEALED = """
            select pool, window_no
            from seal_proof
            where authority_id = ? and seal is not null
            order by pool, window_no""";

    /** What a window declared, and the leaves to be seen once they are there. */
    private record Declared(Quorum quorum, WitnessList witnesses, Optional<Leaf> seal, Optional<Leaf> voided) {
        /** The last leaf that was there before the randomness: what stands before it was seen with it. */
        Optional<Leaf> decisive() {
            return voided.or(() -> seal);
        }

        Set<String> names() {
            return witnesses.keys().stream().map(VerifierKey::name).collect(Collectors.toSet());
        }
    }

    /** How many witnesses a window needs, and which saw in time so far what had to be seen. */
    public record Seen(long needed, List<Endorsement> by) {
        public boolean isEnough() {
            return by.size() >= needed;
        }
    }

    private final JdbcClient jdbc;
    private final Tree tree;
    private final JournalKeys keys;
    private final Witnesses witnesses;
    private final Cosignatures cosignatures;

    WitnessProofs(JdbcClient jdbc, Tree tree, JournalKeys keys, Witnesses witnesses, Cosignatures cosignatures) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.keys = keys;
        this.witnesses = witnesses;
        this.cosignatures = cosignatures;
    }

    /** Fixes for a window that is being announced whom its draw needs; part of the caller's transaction. */
    public Quorum declare(AuthorityId authority, WindowId window) {
        var quorum = witnesses.quorum();
        if (quorum.count() > 0) {
            jdbc.sql(DECLARE)
                    .params(
                            authority.value(),
                            window.pool().code(),
                            window.number(),
                            quorum.count(),
                            witnesses.list().text())
                    .update();
        }
        return quorum;
    }

    /** What the witnesses must see before the first draw; part of the caller's transaction. */
    public void sealed(AuthorityId authority, Leaf.Seal seal) {
        keep(authority, SEAL, seal.id(), seal);
    }

    /** What they must see before the draw that is held in its place; part of the caller's transaction. */
    public void voided(AuthorityId authority, Leaf.Voided voided) {
        keep(authority, VOIDED, voided.id(), voided);
    }

    private void keep(AuthorityId authority, String statement, WindowId window, Leaf leaf) {
        jdbc.sql(statement)
                .params(leaf.text(), authority.value(), window.pool().code(), window.number())
                .update();
    }

    /** Whether a round that is known at this instant may order the list; empty where no witness was declared. */
    public Optional<Seen> before(AuthorityId authority, WindowId window, Instant known) {
        return declared(authority, window)
                .map(declared -> new Seen(declared.quorum().count(), seen(authority, declared, known)));
    }

    /** The proof of the seal with the first checkpoint that has the quorum. */
    Optional<WitnessProof> ofSeal(AuthorityId authority, WindowId window) {
        return declared(authority, window).flatMap(it -> proof(authority, it, it.seal()));
    }

    /** The same of the leaf that made the draw void. */
    Optional<WitnessProof> ofVoid(AuthorityId authority, WindowId window) {
        return declared(authority, window).flatMap(it -> proof(authority, it, it.voided()));
    }

    /** The windows that a proof is or will be published for. */
    List<WindowId> sealed(AuthorityId authority) {
        return jdbc.sql(SEALED)
                .params(authority.value())
                .query((row, _) -> new WindowId(new PoolCode(row.getString("pool")), row.getInt("window_no")))
                .list();
    }

    // The service takes the very check that doubters make.
    private List<Endorsement> seen(AuthorityId authority, Declared declared, Instant known) {
        return proof(authority, declared, declared.decisive())
                .map(it -> it.check(
                        declared.decisive().orElseThrow(),
                        keys.verifier(authority),
                        new Quorum(0, declared.quorum().witnesses()),
                        known))
                .map(it -> it instanceof WitnessProof.Outcome.Holds(var _, var seen) ? seen : List.<Endorsement>of())
                .orElse(List.of());
    }

    private Optional<WitnessProof> proof(AuthorityId authority, Declared declared, Optional<Leaf> leaf) {
        return leaf.flatMap(it -> tree.index(authority, Merkle.leaf(it.bytes())))
                .flatMap(index -> firstSize(authority, index + 1, declared).map(size -> prove(authority, index, size)))
                .map(proof -> WitnessProof.of(proof, declared.witnesses()));
    }

    private Optional<Long> firstSize(AuthorityId authority, long from, Declared declared) {
        return cosignatures.firstSeenBy(
                declared.names(), Math.toIntExact(declared.quorum().count()), authority, from);
    }

    private TlogProof prove(AuthorityId authority, long index, long size) {
        try {
            return TlogProof.prove(
                    index, cosignatures.note(authority, size).orElseThrow(), tree.nodes(authority, size));
        } catch (FormatException damaged) {
            throw new IllegalStateException("A stored checkpoint is damaged", damaged);
        }
    }

    private Optional<Declared> declared(AuthorityId authority, WindowId window) {
        return jdbc.sql(FIND)
                .params(authority.value(), window.pool().code(), window.number())
                .query(WitnessProofs::declared)
                .optional();
    }

    private static Declared declared(ResultSet row, int index) throws SQLException {
        try {
            var witnesses = WitnessList.parse(row.getString("witnesses").getBytes(UTF_8));
            return new Declared(
                    new Quorum(row.getInt("quorum"), witnesses.hash()),
                    witnesses,
                    leaf(row, "seal"),
                    leaf(row, "voided"));
        } catch (FormatException damaged) {
            throw new IllegalStateException("The stored witnesses of a window are damaged", damaged);
        }
    }

    private static Optional<Leaf> leaf(ResultSet row, String column) throws SQLException, FormatException {
        var text = row.getString(column);
        return text == null ? Optional.empty() : Optional.of(Leaf.parse(text.getBytes(UTF_8)));
    }
}
