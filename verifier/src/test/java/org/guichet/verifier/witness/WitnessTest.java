package org.guichet.verifier.witness;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.note.AddCheckpoint;
import org.guichet.core.ledger.note.SignedNote;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol, request by request, against the program. */
final class WitnessTest {
    private static final String ORIGIN = "guichet.example/journal/1";

    @TempDir
    private Path folder;

    private final GrowingLog log = GrowingLog.of(ORIGIN, 5);
    private Program witness;

    @BeforeEach
    void start() {
        witness = Program.start(folder.resolve("w1"), log);
    }

    @AfterEach
    void stop() {
        witness.close();
    }

    @Test
    void what_continues_the_last_checkpoint_is_cosigned() throws Exception {
        assertThat(witness.cosigned(witness.add(log.body(0)), log.note())).isTrue();
        var grown = log.grown("more", 8);
        assertThat(witness.cosigned(witness.add(grown.body(5)), grown.note())).isTrue();
        assertThat(witness.cosigned(witness.add(grown.body(13)), grown.note())).isTrue();
        assertThat(witness.said()).isEmpty();
    }

    @Test
    void an_empty_log_is_cosigned() throws Exception {
        var empty = new GrowingLog(log.key(), List.of());
        assertThat(witness.cosigned(witness.add(empty.body(0)), empty.note())).isTrue();
        assertThat(witness.add(log.body(0)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_log_that_is_not_watched_is_unknown() throws Exception {
        assertThat(witness.add(GrowingLog.of("elsewhere.example", 5).body(0)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_checkpoint_that_the_log_did_not_sign_is_not_trusted() throws Exception {
        assertThat(witness.add(GrowingLog.of(ORIGIN, 5).body(0)).statusCode()).isEqualTo(403);
        var edited = log.body(0).replace("\n5\n", "\n6\n");
        assertThat(witness.add(edited).statusCode()).isEqualTo(403);
    }

    @Test
    void what_is_no_request_is_malformed() throws Exception {
        for (var start : List.of("", "old 0", "old 0\n", "old 00\n\n", "new 0\n\n", "old 0\nx\n\n", "old 0\n\nx\n")) {
            assertThat(witness.add(start).statusCode()).as(start).isEqualTo(400);
            assertThat(witness.add(start + log.note().format()).statusCode())
                    .as(start + " and a checkpoint")
                    .isEqualTo(400);
        }
    }

    @Test
    void an_old_size_above_the_new_is_malformed() throws Exception {
        witness.add(log.body(0));
        var request = new AddCheckpoint(6, List.of(), log.note());
        assertThat(witness.add(request.format()).statusCode()).isEqualTo(400);
    }

    @Test
    void more_than_63_hashes_are_malformed_and_63_are_only_wrong() throws Exception {
        var hash = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
        assertThat(witness.add("old 0\n" + hash.repeat(64) + "\n" + log.note().format())
                        .statusCode())
                .isEqualTo(400);
        assertThat(witness.add("old 0\n" + hash.repeat(63) + "\n" + log.note().format())
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void who_does_not_know_where_the_witness_stands_is_told() throws Exception {
        var before = witness.add(log.body(3));
        assertThat(before.statusCode()).isEqualTo(409);
        assertThat(before.body()).isEqualTo("0\n");
        witness.add(log.body(0));
        var after = witness.add(log.grown("more", 1).body(0));
        assertThat(after.statusCode()).isEqualTo(409);
        assertThat(after.body()).isEqualTo("5\n");
        assertThat(after.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
    }

    @Test
    void an_older_checkpoint_is_not_cosigned_again() throws Exception {
        var grown = log.grown("more", 3);
        witness.add(grown.body(0));
        assertThat(witness.add(log.body(5)).statusCode()).isEqualTo(409);
        assertThat(witness.add(log.body(0)).statusCode()).isEqualTo(409);
    }

    @Test
    void a_proof_that_does_not_hold_is_refused_doubted_once_and_harms_nothing() throws Exception {
        witness.add(log.body(0));
        var grown = log.grown("more", 3);
        var wrong = new AddCheckpoint(5, List.of(Hash.sha256()), grown.note()).format();
        assertThat(witness.add(wrong).statusCode()).isEqualTo(422);
        assertThat(witness.add(wrong).statusCode()).isEqualTo(422);
        assertThat(witness.cosigned(witness.add(grown.body(5)), grown.note())).isTrue();
        assertThat(evidence("doubt")).containsExactlyInAnyOrder(log.note(), grown.note());
        assertThat(witness.said().lines()).singleElement().asString().startsWith("DOUBT: the log " + ORIGIN);
    }

    @Test
    void a_second_root_for_the_same_size_is_refused_said_and_kept() throws Exception {
        witness.add(log.body(0));
        var fork = GrowingLog.of(ORIGIN, 0);
        var forked = new GrowingLog(log.key(), fork.grown("other", 5).leaves());
        assertThat(witness.add(forked.body(5)).statusCode()).isEqualTo(422);
        assertThat(witness.add(forked.body(0)).statusCode()).isEqualTo(409);
        assertThat(evidence("fork")).containsExactlyInAnyOrder(log.note(), forked.note());
        assertThat(witness.said().lines())
                .singleElement()
                .asString()
                .contains("FORK: the log " + ORIGIN + " has two histories: it signed two roots for 5 leaves");
    }

    @Test
    void the_witness_remembers_its_key_and_what_it_signed() throws Exception {
        witness.add(log.body(0));
        witness.kill();
        try (var again = Program.start(folder.resolve("w1"), log)) {
            assertThat(again.key()).isEqualTo(witness.key());
            assertThat(again.add(log.body(0)).body()).isEqualTo("5\n");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("w1/key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void one_folder_has_one_witness_and_two_folders_have_two() throws Exception {
        assertThat(Program.refusal(folder.resolve("w1"), log))
                .isEqualTo("1 The witness cannot start: another witness is using the folder " + folder.resolve("w1")
                        + ".");
        try (var other = Program.start(folder.resolve("w2"), log)) {
            assertThat(other.key()).isNotEqualTo(witness.key());
            var grown = log.grown("more", 1);
            witness.add(grown.body(0));
            assertThat(other.cosigned(other.add(log.body(0)), log.note())).isTrue();
        }
    }

    @Test
    void a_witness_that_forgot_or_whose_memory_is_damaged_does_not_start() throws Exception {
        witness.add(log.body(0));
        witness.kill();
        var logs = folder.resolve("w1/logs");
        Path state;
        try (var files = Files.list(logs)) {
            state = files.findFirst().orElseThrow();
        }
        Files.writeString(state, Files.readString(state).replace("\n5\n", "\n4\n"));
        assertThat(Program.refusal(folder.resolve("w1"), log)).startsWith("1 The witness cannot start: the file");
        Files.delete(state);
        Files.delete(logs);
        assertThat(Program.refusal(folder.resolve("w1"), log)).contains("has forgotten what it signed");
    }

    @Test
    void what_it_cosigned_last_can_be_looked_at() throws Exception {
        var path = "/" + Hash.sha256(ORIGIN.getBytes(UTF_8)).hex() + "/checkpoint";
        assertThat(witness.get(path).statusCode()).isEqualTo(404);
        witness.add(log.body(0));
        var note = SignedNote.parse(witness.get("/prefix" + path).body().getBytes(UTF_8));
        assertThat(note.verify(List.of(log.key().verifier()))).isInstanceOf(SignedNote.Outcome.Trusted.class);
        assertThat(note.verify(List.of(witness.key()))).isInstanceOf(SignedNote.Outcome.Trusted.class);
        assertThat(witness.get("/add-checkpoint").statusCode()).isEqualTo(405);
        assertThat(witness.get("/").statusCode()).isEqualTo(404);
    }

    @Test
    void a_long_body_is_refused_and_clients_that_stop_halfway_stop_nobody() throws Exception {
        assertThat(witness.add("x".repeat(AddCheckpoint.BYTES_MAX + 1)).statusCode())
                .isEqualTo(413);
        witness.close();
        witness = Program.start(folder.resolve("w1"), log, List.of("-Dsun.net.httpserver.maxReqTime=2"));
        var slow = Stream.generate(this::stopHalfway).limit(50).toList();
        assertThat(witness.cosigned(witness.add(log.body(0)), log.note())).isTrue();
        for (var socket : slow) {
            // The witness hangs up after some seconds; a second read times out here if it does not.
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
            socket.close();
        }
    }

    private Socket stopHalfway() {
        try {
            var socket =
                    new Socket(witness.address().getHost(), witness.address().getPort());
            socket.setSoTimeout(120_000);
            var start = "POST /add-checkpoint HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\nold 0\n";
            socket.getOutputStream().write(start.getBytes(US_ASCII));
            return socket;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The notes kept of this kind, as the log signed them. */
    private List<SignedNote> evidence(String kind) throws IOException, FormatException {
        try (var files = Files.walk(folder.resolve("w1/evidence").resolve(kind))) {
            var notes = new ArrayList<SignedNote>();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var note = SignedNote.parse(Files.readAllBytes(file));
                notes.add(new SignedNote(note.text(), List.of(note.signatures().getFirst())));
            }
            return notes;
        }
    }
}
