package org.guichet.app.witness;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.guichet.app.ledger.Tree;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Transactions;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.NoteSignature;
import org.guichet.core.ledger.note.SignedNote;
import org.guichet.core.text.FormatException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What witnesses said of the journal, and when: each line was verified before it was kept. */
@Component
public final class Cosignatures {
    private static final String KEEP_CHECKPOINT = """
            insert into cosigned_checkpoint (authority_id, tree_size, note)
            values (?, ?, ?)
            on conflict (authority_id, tree_size) do nothing""";

    // The first says the most: that the leaves were there already.
    private static final String KEEP = """
            insert into cosignature (authority_id, tree_size, witness, signed_at, line)
            values (?, ?, ?, ?, ?)
            on conflict (authority_id, tree_size, witness) do nothing""";

    private static final String LARGEST = """
            select coalesce(max(tree_size), 0)
            from cosignature
            where authority_id = ? and witness = ?""";

    private static final String LINES = """
            select line
            from cosignature
            where authority_id = ? and tree_size = ?
            order by witness""";

    private static final String CHECKPOINT = """
            select note
            from cosigned_checkpoint
            where authority_id = ? and tree_size = ?""";

    private static final String FIRST_SEEN_BY = """
            select tree_size
            from cosignature
            where authority_id = ? and tree_size >= ? and witness = any(?::text[])
            group by tree_size
            having count(*) >= ?
            order by tree_size
            limit 1""";

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Tree tree;

    Cosignatures(JdbcClient jdbc, Transactions transactions, Tree tree) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.tree = tree;
    }

    /** The first checkpoint with at least {@code size} leaves that so many of these witnesses cosigned. */
    public Optional<Long> firstSeenBy(Set<String> witnesses, int count, AuthorityId authority, long size) {
        return jdbc.sql(FIRST_SEEN_BY)
                .params(authority.value(), size, witnesses.toArray(String[]::new), count)
                .query(Long.class)
                .optional();
    }

    /** The checkpoint of this size with all its cosignatures; empty when nobody cosigned that size. */
    public Optional<SignedNote> note(AuthorityId authority, long size) {
        return jdbc.sql(CHECKPOINT)
                .params(authority.value(), size)
                .query(String.class)
                .optional()
                .map(note -> parse(note).with(lines(authority, size)));
    }

    /** The newest checkpoint with the cosignatures it has so far; empty before the first checkpoint. */
    public Optional<SignedNote> newest(AuthorityId authority) {
        return tree.checkpoint(authority)
                .map(Cosignatures::parse)
                .map(note -> note.with(lines(authority, checkpoint(note).size())));
    }

    /** The size up to which this witness cosigned the journal. */
    long largest(AuthorityId authority, String witness) {
        return jdbc.sql(LARGEST)
                .params(authority.value(), witness)
                .query(Long.class)
                .single();
    }

    /** Keeps a verified cosignature of this checkpoint. */
    void keep(AuthorityId authority, SignedNote note, NoteSignature line, Instant at) {
        var size = checkpoint(note).size();
        transactions.run(_ -> {
            jdbc.sql(KEEP_CHECKPOINT)
                    .params(authority.value(), size, note.format())
                    .update();
            jdbc.sql(KEEP)
                    .params(authority.value(), size, line.name(), Columns.at(at), line.line())
                    .update();
        });
    }

    static Checkpoint checkpoint(SignedNote note) {
        try {
            return Checkpoint.parse(note.text());
        } catch (FormatException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static SignedNote parse(String note) {
        try {
            return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
        } catch (FormatException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private List<NoteSignature> lines(AuthorityId authority, long size) {
        return jdbc.sql(LINES)
                .params(authority.value(), size)
                .query((row, _) -> line(row.getString("line")))
                .list();
    }

    private static NoteSignature line(String line) {
        try {
            return NoteSignature.parse(line);
        } catch (FormatException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
