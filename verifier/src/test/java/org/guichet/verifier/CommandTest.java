package org.guichet.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.note.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line and what it prints. */
final class CommandTest {
    @TempDir
    private Path folder;

    @Test
    void help_tells_the_exit_codes() {
        var run = Run.of("--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("URL|FOLDER", "--key", "--json", "--remember", "--label", "something is wrong");
    }

    @Test
    void a_command_that_is_not_understood_ends_in_2() {
        assertThat(Run.of().exitCode()).isEqualTo(2);
        assertThat(Run.of("--nonsense").exitCode()).isEqualTo(2);
        assertThat(Run.of(folder, "--key", "nonsense").err()).contains("--key: a public key is not written");
        assertThat(Run.of(folder, "--label", "nonsense").err()).contains("--label: 64 lower-case");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-folder", "http://", "https:// spaces /", "\u0000"})
    void a_place_that_cannot_be_one_ends_in_2(String place) {
        assertThat(Run.of(place).exitCode()).isEqualTo(2);
    }

    @Test
    void an_empty_folder_ends_in_2() {
        var run = Run.of(folder, "--key", TestJournal.KEY.verifier().text());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("There is no journal: the file checkpoint is missing.");
    }

    @Test
    void one_json_object_holds_everything() {
        new TestJournal(folder).publish(Story.leaves());
        var run = Run.of(folder, "--json", "--label", Story.label(2).hex());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .singleElement()
                .asString()
                .startsWith("{\"verdict\":\"holds\",\"rehearsal\":true,")
                .contains("\"origin\":\"guichet.example/journal\",\"size\":14,\"root\":\"")
                .contains("\"wrong\":[],\"wrong_not_shown\":0")
                .contains("\"request\":{\"label\":\"" + Story.label(2).hex() + "\",\"leaf\":4,")
                .endsWith("}");
    }

    @Test
    void json_names_the_leaf_and_the_window_of_what_is_wrong() {
        var leaves = new ArrayList<>(Story.leaves());
        leaves.set(Story.ORDER, new Leaf.Order(Story.FIRST, 5, Story.hash("edited")));
        new TestJournal(folder).publish(leaves);
        var run = Run.of(folder, "--json");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("\"verdict\":\"wrong\"")
                .contains("\"leaf\":9,\"pool\":\"paris-cre-charcot\",\"window\":1}");
    }

    @Test
    void json_tells_what_could_not_be_read() {
        var run = Run.of(folder, "--json");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("\"verdict\":\"unreadable\"").contains("\"unreadable\":\"There is no journal");
    }

    @Test
    void a_name_made_to_confuse_a_terminal_is_shown_harmlessly() {
        var evil = "guichet.example/\u202e\u009b2J";
        new TestJournal(folder).publish(Story.leaves()).sign(new Checkpoint(evil, 0, Story.hash("")), TestJournal.KEY);
        assertThat(Run.of(folder).out())
                .contains("origin: guichet.example/??2J")
                .doesNotContain("\u202e");
        assertThat(Run.of(folder, "--json").out()).contains("guichet.example/\\u202e\\u009b2J");
    }

    @Test
    void json_escapes_what_must_be() {
        var object = new LinkedHashMap<String, Object>();
        object.put("text", "a \"quoted\" \\ line\nré");
        object.put("list", List.of(1, true, "x"));
        assertThat(Json.of(object))
                .isEqualTo("{\"text\":\"a \\u0022quoted\\u0022 \\u005c line\\u000ar\\u00e9\",\"list\":[1,true,\"x\"]}");
    }

    @Test
    void a_checkpoint_that_is_no_note_or_no_checkpoint_ends_in_2() {
        var journal = new TestJournal(folder).publish(Story.leaves());
        journal.write("checkpoint", "<!doctype html>\n".getBytes(UTF_8));
        assertThat(Run.of(folder).out()).contains("There is no journal: the file checkpoint is no signed note, since");
        var note = new String(
                new Checkpoint("x", 0, Story.hash(""))
                        .sign(Instant.EPOCH, List.of(TestJournal.KEY))
                        .bytes(),
                UTF_8);
        journal.write("checkpoint", note.replace("\n0\n", "\nnone\n").getBytes(UTF_8));
        var run = Run.of(folder);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("the file checkpoint is no checkpoint, since a number");
    }

    @Test
    void a_malformed_rehearsal_ends_in_2() {
        var journal = new TestJournal(folder).publish(Story.leaves());
        journal.write("rehearsal", "nothing\n".getBytes(UTF_8));
        var run = Run.of(folder);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("The file rehearsal describes no chain");
    }
}
