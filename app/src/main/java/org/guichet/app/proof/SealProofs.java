package org.guichet.app.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
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
import org.guichet.core.ledger.leaf.SealProof;
import org.guichet.core.ledger.leaf.WindowId;
import org.guichet.core.ledger.note.Endorsement;
import org.guichet.core.ledger.note.TlogProof;
import org.guichet.core.ledger.note.VerifierKey;
import org.guichet.core.ledger.note.WitnessList;
import org.guichet.core.text.FormatException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proves that the declared witnesses saw a sealed list before a round may order it (docs/spec/draw.md). */
@Component
public final class SealProofs {
    private static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final String DECLARE = """
            insert into seal_proof (authority_id, pool, window_no, quorum, witnesses)
            values (?, ?, ?, ?, ?)""";

    private static final String SEAL = """
            update seal_proof
            set seal = ?
            where authority_id = ? and pool = ? and window_no = ?""";

    private static final String FIND = """
            select quorum, witnesses, seal
            from seal_proof
            where authority_id = ? and pool = ? and window_no = ?""";

    private static final String SEALED = """
            select pool, window_no
            from seal_proof
            where authority_id = ? and seal is not null
            order by pool, window_no""";

    /** What a window declared, and its seal once it is there. */
    private record Declared(Quorum quorum, WitnessList witnesses, Optional<Leaf.Seal> seal) {
        Set<String> names() {
            return witnesses.keys().stream().map(VerifierKey::name).collect(Collectors.toSet());
        }
    }

    /** How many witnesses a window needs, and which saw its list in time so far. */
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

    SealProofs(JdbcClient jdbc, Tree tree, JournalKeys keys, Witnesses witnesses, Cosignatures cosignatures) {
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

    /** What the witnesses must see; part of the caller's transaction. */
    public void sealed(AuthorityId authority, Leaf.Seal seal) {
        jdbc.sql(SEAL)
                .params(
                        seal.text(),
                        authority.value(),
                        seal.id().pool().code(),
                        seal.id().number())
                .update();
    }

    /** Whether a round that is known at this instant may order the list; empty where no witness was declared. */
    public Optional<Seen> before(AuthorityId authority, WindowId window, Instant known) {
        return declared(authority, window)
                .map(declared -> new Seen(declared.quorum().count(), seen(authority, declared, known)));
    }

    /** The proof with the first checkpoint that has the quorum. */
    public Optional<SealProof> find(AuthorityId authority, WindowId window) {
        return declared(authority, window).flatMap(it -> proof(authority, it));
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
        return proof(authority, declared)
                .map(it -> it.check(
                        declared.seal().orElseThrow(),
                        keys.verifier(authority),
                        new Quorum(0, declared.quorum().witnesses()),
                        known))
                .map(it -> it instanceof SealProof.Outcome.Holds(var _, var seen) ? seen : List.<Endorsement>of())
                .orElse(List.of());
    }

    private Optional<SealProof> proof(AuthorityId authority, Declared declared) {
        return declared.seal()
                .flatMap(seal -> tree.index(authority, Merkle.leaf(seal.bytes())))
                .flatMap(index -> firstSize(authority, index + 1, declared).map(size -> prove(authority, index, size)))
                .map(proof -> SealProof.of(proof, declared.witnesses()));
    }

    private Optional<Long> firstSize(AuthorityId authority, long from, Declared declared) {
        var names = declared.names();
        var counts = new HashMap<Long, Integer>();
        return cosignatures.covering(authority, from, FOR_EVER).stream()
                .filter(it -> names.contains(it.witness()))
                .map(Cosignatures.Cosignature::size)
                .filter(size ->
                        counts.merge(size, 1, Integer::sum) >= declared.quorum().count())
                .findFirst();
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
                .query(SealProofs::declared)
                .optional();
    }

    private static Declared declared(ResultSet row, int index) throws SQLException {
        try {
            var witnesses = WitnessList.parse(row.getString("witnesses").getBytes(UTF_8));
            var seal = row.getString("seal");
            return new Declared(
                    new Quorum(row.getInt("quorum"), witnesses.hash()),
                    witnesses,
                    seal == null ? Optional.empty() : Optional.of((Leaf.Seal) Leaf.parse(seal.getBytes(UTF_8))));
        } catch (FormatException damaged) {
            throw new IllegalStateException("The stored witnesses of a window are damaged", damaged);
        }
    }
}
