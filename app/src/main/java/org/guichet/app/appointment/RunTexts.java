package org.guichet.app.appointment;

import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Pool;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What went into each run and came out of it, line after line: as long as the waiting line, and never held whole. */
@Component
final class RunTexts {
    private static final String ADD = """
            insert into run_text (authority_id, pool, due_at, kind, part, text)
            values (?, ?, ?, ?, ?, ?)""";

    private static final String READ = """
            select text
            from run_text
            where authority_id = ? and pool = ? and due_at = ? and kind = ? and part = ?""";

    private static final int PART_CHARACTERS = 1 << 20;

    enum Kind {
        INPUT,
        OUTCOME
    }

    /** A text of a run. */
    record Id(Pool pool, Instant due, Kind kind) {}

    private final JdbcClient jdbc;

    RunTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what is told, line after line. */
    void add(Id id, Consumer<Consumer<String>> teller) {
        var parts = new Parts(id);
        teller.accept(parts::add);
        parts.write();
    }

    /** Its lines, read while they are taken; none if it is not kept any more. */
    Iterator<String> lines(Id id) {
        return Stream.iterate(0, it -> it + 1)
                .map(it -> part(id, it))
                .takeWhile(Optional::isPresent)
                .flatMap(it -> lines(it.orElseThrow()))
                .iterator();
    }

    /** Whatever else looks like the end of a line is none: the text is read as it was committed to. */
    private static Stream<String> lines(String part) {
        if (!part.endsWith("\n")) {
            throw new IllegalStateException("A part of the text of a run does not end in a line feed");
        }
        return Arrays.stream(part.substring(0, part.length() - 1).split("\n", -1));
    }

    private Optional<String> part(Id id, int part) {
        return jdbc.sql(READ)
                .params(
                        id.pool().authority().value(),
                        id.pool().code(),
                        Columns.at(id.due()),
                        id.kind().name(),
                        part)
                .query(String.class)
                .optional();
    }

    /** Those of one text; each ends with a line. */
    private final class Parts {
        private final Id id;
        private final StringBuilder waiting = new StringBuilder();
        private int written;

        private Parts(Id id) {
            this.id = id;
        }

        private void add(String line) {
            waiting.append(line).append('\n');
            if (waiting.length() >= PART_CHARACTERS) {
                write();
            }
        }

        private void write() {
            if (!waiting.isEmpty()) {
                jdbc.sql(ADD)
                        .params(
                                id.pool().authority().value(),
                                id.pool().code(),
                                Columns.at(id.due()),
                                id.kind().name(),
                                written++,
                                waiting.toString())
                        .update();
                waiting.setLength(0);
            }
        }
    }
}
