package org.guichet.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.app.Visitor;
import org.guichet.app.World;
import org.guichet.app.registration.Openings;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.guichet.core.ledger.leaf.Commitment;
import org.guichet.core.ledger.leaf.Opening;
import org.guichet.core.ledger.note.TlogProof;
import org.guichet.core.text.FormatException;
import org.guichet.verifier.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof people take away, as the verifier reads it. */
final class JournalProofTest {
    private static final String PATH = "/fr/suivi/preuve-journal";

    @TempDir
    private Path folder;

    private World world;
    private Visitor visitor;
    private Request request;

    @BeforeEach
    void begin() {
        world = World.fresh();
        visitor = world.visitor();
        request = world.register(World.AMINA, World.KARIM);
    }

    @Test
    void the_file_holds_off_line_and_opens_the_label_of_its_request() throws IOException, FormatException {
        IntStream.range(0, 280).forEach(i -> world.register(World.somebody(i)));
        world.jobs();
        var page = visitor.get(PATH + "?k=" + key(Passes.Level.LINK)).body();
        var name = "guichet-" + request.number().digits().substring(0, 4) + ".tlog-proof";
        assertThat(page).contains("La preuve de votre demande", "verify --receipt " + name);
        var file = visitor.get(page.replaceAll("(?s).*href=\"(" + PATH + "/fichier[^\"]*)\".*", "$1"));
        assertThat(file.response().headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"" + name + "\"");
        var opening = Opening.parse(
                TlogProof.parse(file.body().getBytes(StandardCharsets.UTF_8)).extraBytes());
        assertThat(opening.leaf().text())
                .contains("pool famille\nwindow 1\nlabel " + request.label().hex());
        assertThat(opening.payload())
                .startsWith("pool famille\nwindow 1\nregistered 2021-04-02T08:30:00Z\nperson ")
                .hasLineCount(5);
        assertThat(file.body()).doesNotContainIgnoringCase("benali");

        Files.writeString(folder.resolve(name), file.body());
        var journalKey = page.replaceAll("(?s).*--key ([^<]*)<.*", "$1").replace("&#43;", "+");
        assertThat(journalKey).isEqualTo(visitor.get("/journal/1/key").body().strip());
        var said = verify(0, "--receipt", folder.resolve(name).toString(), "--key", journalKey);
        assertThat(said).contains("open the label " + request.label().hex());
    }

    @Test
    void the_file_shows_no_key_by_which_a_person_is_found_in_the_database_or_in_another_file() {
        var again = world.register(World.AMINA);
        var lines = Stream.of(request, again)
                .map(it -> world.get(Openings.class).of(World.AUTHORITY, it).payload())
                .flatMap(String::lines)
                .filter(it -> it.startsWith("person "))
                .toList();
        assertThat(lines).hasSize(3).doesNotHaveDuplicates();
        for (var line : lines) {
            assertThat(world.count("person where person_key = '" + line.substring("person ".length()) + "'"))
                    .isZero();
        }
    }

    @Test
    void labels_of_before_with_the_keys_of_the_persons_are_opened_still() {
        var before = world.register(World.LAN);
        var key = world.jdbc()
                .sql("select person_key from person where request_id = ?")
                .params(before.id().value())
                .query(String.class)
                .single();
        var salt = world.jdbc()
                .sql("select salt from request where request_id = ?")
                .params(before.id().value())
                .query(String.class)
                .single();
        var payload = "pool famille\nwindow 1\nregistered 2021-04-02T08:30:00Z\nperson " + key + "\n";
        world.jdbc()
                .sql("update request set label = ? where request_id = ?")
                .params(
                        Commitment.label(HexFormat.of().parseHex(salt), payload.getBytes(StandardCharsets.UTF_8))
                                .hex(),
                        before.id().value())
                .update();
        assertThat(world.get(Openings.class)
                        .of(World.AUTHORITY, world.reload(before))
                        .payload())
                .isEqualTo(payload);
    }

    @Test
    void the_proof_grows_with_the_journal_and_holds_each_time() throws IOException {
        for (var round = 0; round < 3; round++) {
            world.register(World.somebody(round));
            world.jobs();
            var file = folder.resolve(round + ".tlog-proof");
            Files.writeString(
                    file,
                    visitor.get(PATH + "/fichier?k=" + key(Passes.Level.ACT)).body());
            verify(
                    0,
                    "--receipt",
                    file.toString(),
                    "--key",
                    visitor.get("/journal/1/key").body().strip());
        }
    }

    @Test
    void before_the_request_is_in_the_journal_a_page_asks_to_try_again() {
        var key = key(Passes.Level.LINK);
        assertThat(visitor.get(PATH + "?k=" + key).body())
                .contains("La preuve n’est pas encore prête", "Réessayez dans une minute")
                .doesNotContain("fichier?k=");
        var file = visitor.get(PATH + "/fichier?k=" + key);
        assertThat(file.status()).isEqualTo(303);
        assertThat(file.location()).isEqualTo(PATH + "?k=" + key);
    }

    @Test
    void looking_is_not_enough_and_the_full_date_of_birth_is() {
        world.jobs();
        var look = key(Passes.Level.LOOK);
        for (var path : new String[] {PATH, PATH + "/fichier"}) {
            var asked = visitor.get(path + "?k=" + look);
            assertThat(asked.status()).isEqualTo(303);
            assertThat(asked.location()).startsWith("/fr/suivi/preuve?vers=suivi/preuve-journal&k=");
            var proved = visitor.post(asked.location(), Map.of("jour", "22", "mois", "4", "annee", "1985"));
            assertThat(proved.location()).startsWith(PATH + "?k=");
            assertThat(visitor.get(proved.location()).body()).contains("La preuve de votre demande");
        }
        assertThat(visitor.get(PATH + "/fichier?k=x").location()).isEqualTo("/fr/suivi?perdu=1");
    }

    @Test
    void the_receipt_and_the_status_page_lead_to_it_in_every_language() {
        var key = key(Passes.Level.LINK);
        for (var language : new String[] {"fr", "en", "ar"}) {
            for (var page : new String[] {"/recu", "/suivi"}) {
                assertThat(visitor.get("/" + language + page + "?k=" + key).body())
                        .contains("href=\"/" + language + "/suivi/preuve-journal?k=" + key);
            }
        }
    }

    private String key(Passes.Level level) {
        return world.get(Passes.class).key(World.AUTHORITY, request.id(), level);
    }

    private static String verify(int exitCode, String... arguments) {
        var out = new StringWriter();
        assertThat(Main.command().setOut(new PrintWriter(out)).execute(arguments))
                .as(out::toString)
                .isEqualTo(exitCode);
        return out.toString();
    }
}
