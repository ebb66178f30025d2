package org.guichet.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.guichet.app.catalogue.CatalogueFile.Reading;
import org.guichet.app.page.Localized;
import org.junit.jupiter.api.Test;

final class CatalogueFileTest {
    private static final String EXAMPLE = resource("/demo/paris-2021.yaml");

    @Test
    void the_example_is_good() {
        assertThat(CatalogueFile.read(EXAMPLE)).isInstanceOf(Reading.Good.class);
    }

    @Test
    void all_problems_are_told_at_once_with_their_lines() {
        var broken = EXAMPLE.replace("zone: Europe/Paris", "zone: Europe/Pariss")
                .replace("    counters: 8", "    counters: many")
                .replaceFirst("minutes: 30", "minutes: 3")
                .replaceFirst("days: \\[tuesday, thursday]", "days: [tuesday, thirstday]")
                .replaceFirst("procedure: aes-travail\n", "procedure: travail\n")
                .replaceFirst("until: 2021-05-14", "until: 2021-05-13");
        assertThat(complaints(broken))
                .extracting(Complaint::line)
                .isSorted()
                .containsExactly(
                        line(broken, "Pariss"),
                        line(broken, "counters: many"),
                        line(broken, "minutes: 3\n"),
                        line(broken, "thirstday"),
                        line(broken, "procedure: travail"),
                        line(broken, "until: 2021-05-13"));
    }

    @Test
    void a_word_that_nobody_knows_is_told_and_not_ignored() {
        assertThat(complaints(EXAMPLE.replace("    travel:", "    traval:")))
                .extracting(Complaint::sentence)
                .anySatisfy(it -> assertThat(it).startsWith("\"traval\" is not known here"))
                .anySatisfy(it -> assertThat(it).isEqualTo("\"travel\" is missing."));
    }

    @Test
    void one_counter_cannot_be_opened_twice_at_the_same_time() {
        var twice = EXAMPLE.replaceFirst("counters: \\[7]", "counters: [6, 7]");
        assertThat(complaints(twice))
                .singleElement()
                .satisfies(it -> assertThat(it.sentence()).contains("counter 6 of charcot", "monday"));
    }

    @Test
    void a_voided_draw_needs_its_window_and_a_reason_that_can_be_published() {
        var voided = """

                voided:
                  - { procedure: aes-famille, window: 3, reason: Deux demandes manquaient. }
                """;
        assertThat(CatalogueFile.read(EXAMPLE + voided))
                .isInstanceOfSatisfying(
                        Reading.Good.class,
                        it -> assertThat(it.catalogue().voidings())
                                .containsExactly(new Catalogue.Voiding("aes-famille", 3, "Deux demandes manquaient.")));
        assertThat(complaints(EXAMPLE
                        + voided.replace("window: 3", "window: 0")
                                .replace("Deux demandes manquaient.", "x".repeat(201))
                                .replace("aes-famille", "aes")))
                .hasSize(3);
    }

    @Test
    void a_class_above_the_ordinary_one_needs_a_basis_a_proof_and_a_share_that_leaves_half_to_all() {
        var broken = EXAMPLE.replace("share: 20", "share: 51").replaceFirst("          proof: .*\n", "");
        assertThat(complaints(broken))
                .extracting(Complaint::sentence)
                .containsExactlyInAnyOrder(
                        "\"share\" is 51 but must be a number from 1 to 50.", "\"proof\" is missing.");
    }

    @Test
    void the_first_class_of_the_file_comes_first_and_one_that_is_no_more_is_the_ordinary_one() {
        var classes = List.of(legal("juge"), legal("age"));
        var precedence = new Catalogue.Precedence(20, classes);
        assertThat(Stream.of("juge", "age", "", "gone").map(precedence::of)).containsExactly(2, 1, 0, 0);
    }

    private static Catalogue.LegalClass legal(String code) {
        return new Catalogue.LegalClass(code, Localized.same("a"), Localized.same("b"), Localized.same("c"));
    }

    @Test
    void what_is_not_yaml_is_told_with_its_line() {
        assertThat(complaints("authority:\n  code: [\n"))
                .singleElement()
                .satisfies(it -> assertThat(it.sentence()).startsWith("this is not YAML"));
        assertThat(complaints("")).hasSize(1);
        assertThat(complaints("just words")).isNotEmpty();
    }

    private static List<Complaint> complaints(String file) {
        return CatalogueFile.read(file) instanceof Reading.Bad(var complaints) ? complaints : List.of();
    }

    private static int line(String file, String text) {
        return (int) file.substring(0, file.indexOf(text))
                        .chars()
                        .filter(it -> it == '\n')
                        .count()
                + 1;
    }

    private static String resource(String name) {
        try (var file = Objects.requireNonNull(CatalogueFileTest.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
