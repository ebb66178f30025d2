package org.guichet.app.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RouteTest {
    @Test
    void the_route_follows_the_answers() {
        assertThat(route(Map.of("qui", "moi", "ou", "tout")))
                .containsExactly("qui", "personne-1", "document-1", "ou", "impossible", "joindre");
        assertThat(route(Map.of("qui", "groupe", "ou", "choisir")))
                .containsExactly(
                        "qui",
                        "personne-1",
                        "document-1",
                        "personne-2",
                        "document-2",
                        "encore-2",
                        "ensemble",
                        "ou",
                        "centres",
                        "moments",
                        "preference",
                        "impossible",
                        "joindre");
    }

    @Test
    void there_is_no_seventh_person() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("qui", "groupe");
        for (int i = 2; i <= 9; i++) {
            fields.put("encore-" + i, "oui");
        }
        assertThat(answers(fields).persons()).isEqualTo(6);
        assertThat(route(fields)).contains("personne-6").doesNotContain("encore-6", "personne-7");
    }

    @Test
    void a_person_taken_out_lets_the_others_move_up() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("qui", "groupe");
        fields.put("encore-2", "oui");
        fields.put("p1-nom", "A");
        fields.put("p2-nom", "B");
        fields.put("p3-nom", "C");
        var left = answers(fields).without(2);
        assertThat(left.persons()).isEqualTo(2);
        assertThat(left.get("p1-nom")).isEqualTo("A");
        assertThat(left.get("p2-nom")).isEqualTo("C");
        assertThat(left.without(2).persons()).isEqualTo(1);
    }

    private static Answers answers(Map<String, String> fields) {
        return new Answers(new UUID(0, 0), false, fields);
    }

    private static List<String> route(Map<String, String> fields) {
        return Step.route(answers(fields)).stream().map(Step::slug).toList();
    }
}
