package org.guichet.app.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.CatalogueFile;
import org.guichet.app.catalogue.Horizon;
import org.guichet.app.notice.Reach;
import org.guichet.app.page.Form;
import org.guichet.app.page.Problem;
import org.guichet.app.registration.Applicant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuestionsTest {
    private static final LocalDate TODAY = LocalDate.of(2021, 4, 2);
    private static final Map<String, String> AMINATA = Map.of(
            "qui", "moi",
            "p1-nom", "TRAORÉ",
            "p1-annee", "1985",
            "p1-document", "passeport",
            "p1-numero", "12AB34567",
            "p1-pays", "ML",
            "ou", "tout",
            "courriel", "aminata@example.org");

    @ParameterizedTest
    @ValueSource(strings = {"O", "d’Alembert", "Đặng", "Yılmaz", "Ng", "Nguyễn-Dupont", "Abd. al Rahman"})
    void a_name_is_taken_as_it_is(String name) {
        assertThat(person(Map.of("p1-nom", name))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', asking.nom.missing",
        "Ben@li, asking.name.sign",
        "Robert'); drop, asking.name.sign",
        "Traoré 2, asking.name.sign",
        "بن علي, asking.name.latin",
        "Иванов, asking.name.latin"
    })
    void a_name_that_cannot_be_one_is_asked_again(String name, String key) {
        assertThat(person(Map.of("p1-nom", name))).extracting(Problem::key).contains(key);
    }

    @Test
    void a_name_in_the_own_script_stands_beside_the_latin_one() {
        assertThat(person(Map.of("p1-nom", "Benali", "p1-ecriture", "بن علي"))).isEmpty();
    }

    @Test
    void a_name_that_is_too_long_is_kept_and_told() {
        assertThat(person(Map.of("p1-nom", "A".repeat(101))))
                .extracting(Problem::key)
                .containsExactly("asking.too-long");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1985, ''",
        "31, 12, 1985, ''",
        "'', '', 1985, ''",
        "00, 00, 1985, ''",
        "XX, ??, 1985, ''",
        "'', avril, 1985, ''",
        "29, 2, 1984, ''",
        "2, 4, 2021, ''",
        "29, 2, 1985, asking.birth.day",
        "30, février, 1985, asking.birth.day",
        "3, 4, 2021, asking.birth.future",
        "1, 1, 2022, asking.birth.future",
        "1, 1, 1850, asking.birth.year",
        "1, 1, 85, asking.birth.year",
        "1, 13, 1985, asking.birth.month",
        "1, 1, '', asking.birth.missing"
    })
    void a_birth_date_is_taken_as_far_as_it_is_known(String day, String month, String year, String key) {
        var problems = person(Map.of("p1-jour", day, "p1-mois", month, "p1-annee", year));
        assertThat(problems).extracting(Problem::key).isEqualTo(key.isEmpty() ? List.of() : List.of(key));
    }

    @Test
    void having_no_document_is_an_ordinary_answer_that_needs_the_place_of_birth() {
        assertThat(document(Map.of("p1-document", "aucun")))
                .extracting(Problem::key)
                .containsExactly("asking.lieu.missing");
        assertThat(document(Map.of("p1-document", "aucun", "p1-lieu", "Oran, Algérie")))
                .isEmpty();
    }

    @Test
    void a_document_needs_its_number_and_its_country() {
        assertThat(document(Map.of("p1-document", "", "p1-numero", "")))
                .extracting(Problem::key)
                .containsExactly("asking.document.missing");
        assertThat(document(Map.of("p1-numero", "x", "p1-pays", "ZZ")))
                .extracting(Problem::key)
                .containsExactly("asking.numero.missing", "asking.pays.missing");
    }

    @Test
    void one_person_twice_in_a_group_is_told_at_the_second() {
        var fields = new LinkedHashMap<>(AMINATA);
        fields.put("p2-nom", "Autre");
        fields.put("p2-annee", "1990");
        fields.put("p2-document", "passeport");
        fields.put("p2-numero", "12 ab 34567");
        fields.put("p2-pays", "ML");
        var form = new Form(fields);
        PersonQuestions.checkTwice(form, 2, TODAY);
        assertThat(form.problems()).extracting(Problem::key).containsExactly("asking.document.twice");
    }

    @Test
    void days_and_places_that_never_meet_are_told_with_what_would_help() {
        assertThat(times(Map.of("ou", "choisir"))).extracting(Problem::key).contains("asking.centres.missing");
        assertThat(times(Map.of("ou", "choisir", "centres", "loire", "moments", "1m")))
                .extracting(Problem::key)
                .contains("asking.never.moments");
        assertThat(times(Map.of("ou", "tout", "du-1", "1/4/2021", "au-1", "31/12/2021")))
                .extracting(Problem::key)
                .contains("asking.never.days");
        assertThat(times(Map.of("ou", "tout", "du-2", "hier")))
                .extracting(Problem::key)
                .containsExactly("asking.impossible.unread");
        assertThat(times(Map.of("ou", "tout", "du-1", "1/3/2021")))
                .extracting(Problem::key)
                .containsExactly("asking.impossible.past");
        assertThat(times(Map.of("ou", "tout", "du-1", "3/5", "au-1", "7 mai"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "aminata@example.org, '', ''",
        "'', 06 12 34 56 78, ''",
        "'', +223 20 22 33 44, ''",
        "aminata, '', asking.mail.at",
        "a@b, '', asking.mail.wrong",
        "'', 12345, asking.mobile.wrong",
        "'', '', asking.reach.missing"
    })
    void one_way_to_be_reached_is_enough_and_a_wrong_one_is_told(String mail, String mobile, String key) {
        var form = new Form(Map.of("courriel", mail, "mobile", mobile));
        ReachQuestion.check(form);
        assertThat(form.problems()).extracting(Problem::key).isEqualTo(key.isEmpty() ? List.of() : List.of(key));
    }

    @Test
    void asking_at_the_desk_is_a_way_of_its_own() {
        var form = new Form(Map.of("bureau", "1"));
        ReachQuestion.check(form);
        assertThat(form.isGood()).isTrue();
        assertThat(ReachQuestion.reach(form)).isEqualTo(Reach.AT_THE_DESK);
    }

    @Test
    void answers_become_persons() {
        assertThat(PersonQuestions.applicants(new Answers(new UUID(0, 0), false, AMINATA), TODAY))
                .singleElement()
                .extracting(Applicant::fullName)
                .isEqualTo("TRAORÉ");
    }

    private static List<Problem> person(Map<String, String> changed) {
        var form = form(changed);
        PersonQuestions.checkNames(form, 1);
        PersonQuestions.checkBirth(form, 1, TODAY);
        return form.problems();
    }

    private static List<Problem> document(Map<String, String> changed) {
        var form = form(changed);
        PersonQuestions.checkDocument(form, 1);
        return form.problems();
    }

    private static List<Problem> times(Map<String, String> fields) {
        var form = new Form(fields);
        TimeQuestions.of(Horizon.of(example(), "aes-famille", TODAY), 1, form).check(form, Form.empty());
        return form.problems();
    }

    private static Form form(Map<String, String> changed) {
        var fields = new LinkedHashMap<>(AMINATA);
        fields.putAll(changed);
        return new Form(fields);
    }

    private static Catalogue example() {
        try (var file = QuestionsTest.class.getResourceAsStream("/demo/paris-2021.yaml")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return ((CatalogueFile.Reading.Good) CatalogueFile.read(text)).catalogue();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
