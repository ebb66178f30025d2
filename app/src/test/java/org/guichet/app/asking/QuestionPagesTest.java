package org.guichet.app.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.guichet.app.Visitor;
import org.guichet.app.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the question pages are made of, as a browser without scripts sees them. */
final class QuestionPagesTest {
    private static final Pattern FORM = Pattern.compile("(?s)<form method=\"post\".*?</form>");
    private static final Pattern BUTTON = Pattern.compile("<button[^>]*>");

    private Visitor visitor;

    @BeforeEach
    void begin() {
        visitor = World.fresh().visitor();
    }

    @Test
    void a_line_sent_by_its_key_continues_and_takes_nobody_out() {
        var page = visitor.get(second()).body();
        var forms = FORM.matcher(page);
        assertThat(forms.find()).isTrue();
        assertThat(forms.group()).contains("name=\"p2-nom\"");
        var button = BUTTON.matcher(forms.group());
        assertThat(button.find()).isTrue();
        assertThat(button.group()).isEqualTo("<button>");
        assertThat(button.find()).isFalse();
        assertThat(forms.find()).isTrue();
        assertThat(forms.group()).contains("name=\"enlever\"").doesNotContain("name=\"p2-nom\"");
    }

    @Test
    void the_other_button_takes_the_person_out() {
        var page = visitor.post(second(), Map.of("enlever", "1"));
        assertThat(page.location()).contains("/demande/famille/ou?s=");
    }

    @Test
    void a_wrong_month_is_told_at_the_month() {
        var start = visitor.post("/fr/demande/famille/qui", Map.of("qui", "moi"));
        var wrong = visitor.post(
                start.location(),
                Map.of("p1-nom", "TRAORÉ", "p1-jour", "3", "p1-mois", "brumaire", "p1-annee", "1985"));
        assertThat(visitor.get(wrong.location().replace("#erreurs", "")).body())
                .contains(
                        "<a href=\"#p1-mois\">",
                        "id=\"p1-mois-erreur\"",
                        "aria-describedby=\"p1-annee-aide p1-mois-erreur\"",
                        "class=\"w4\" aria-invalid=\"true\" aria-describedby=\"p1-mois-erreur\"")
                .doesNotContain("aria-required=\"true\" aria-invalid=\"true\"");
    }

    @Test
    void what_a_document_needs_is_not_called_optional_and_what_is_wrong_is_told_at_its_field() {
        var start = visitor.post("/fr/demande/famille/qui", Map.of("qui", "moi"));
        var document = visitor.post(start.location(), Map.of("p1-nom", "TRAORÉ", "p1-annee", "1985"));
        assertThat(visitor.get(document.location()).body()).doesNotContain("(facultatif)");
        var wrong = visitor.post(document.location(), Map.of("p1-document", "passeport", "p1-numero", "12AB34567"));
        assertThat(visitor.get(wrong.location().replace("#erreurs", "")).body())
                .contains("name=\"p1-pays\" aria-invalid=\"true\" aria-describedby=\"p1-pays-erreur\"");
    }

    @Test
    void impossible_days_that_cannot_be_read_are_told_at_their_field() {
        var page = visitor.post(impossible(), Map.of("du-2", "hier"));
        assertThat(visitor.get(page.location().replace("#erreurs", "")).body())
                .contains("id=\"du-2-erreur\"", "aria-invalid=\"true\" aria-describedby=\"du-2-erreur\"");
    }

    private String second() {
        var page = visitor.post("/fr/demande/famille/qui", Map.of("qui", "groupe"));
        page = visitor.post(page.location(), Map.of("p1-nom", "TRAORÉ", "p1-annee", "1985"));
        return visitor.post(
                        page.location(), Map.of("p1-document", "passeport", "p1-numero", "12AB34567", "p1-pays", "ML"))
                .location();
    }

    private String impossible() {
        var page = visitor.post("/fr/demande/famille/qui", Map.of("qui", "moi"));
        page = visitor.post(page.location(), Map.of("p1-nom", "TRAORÉ", "p1-annee", "1985"));
        page = visitor.post(
                page.location(), Map.of("p1-document", "passeport", "p1-numero", "12AB34567", "p1-pays", "ML"));
        return visitor.post(page.location(), Map.of("ou", "tout")).location();
    }
}
