package org.guichet.app.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.app.Visitor;
import org.guichet.app.World;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.page.Form;
import org.guichet.app.page.Language;
import org.guichet.app.page.Messages;
import org.guichet.app.page.View;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Six places: two counters side by side on a Thursday afternoon, twice; one on a Friday morning, twice. */
final class NeverTest {
    private final World world = World.fresh();
    private final Visitor visitor = world.visitor();

    @Test
    void a_group_that_no_centre_can_receive_is_told_what_would_work() {
        assertThat(said(2, Map.of("ensemble", "meme-heure", "ou", "tout"))).isEmpty();
        assertThat(said(3, Map.of("ensemble", "meme-heure", "ou", "tout")))
                .containsExactly("Aucun centre ne peut recevoir 3 personnes à la même heure."
                        + " Au plus 2 guichets ouvrent ensemble\u00a0: 42 rue Charcot, 75013 Paris."
                        + " Le même jour, c’est possible.");
        assertThat(said(3, Map.of("ensemble", "a-la-suite", "ou", "tout")))
                .containsExactly("Aucun centre ne peut recevoir 3 personnes l’une après l’autre, au même guichet."
                        + " Au plus 2 rendez-vous se suivent à un guichet\u00a0: 42 rue Charcot, 75013 Paris"
                        + " et Rue de la Loire, 75019 Paris. Le même jour, c’est possible.");
        assertThat(said(6, Map.of("ensemble", "meme-jour", "ou", "tout")))
                .containsExactly("Aucun centre ne peut recevoir 6 personnes le même jour."
                        + " Une demande peut compter au plus 4 personnes. Pour les autres, faites une autre demande.");
    }

    @Test
    void centres_that_cannot_receive_a_group_are_told_with_those_that_can() {
        assertThat(said(2, Map.of("ensemble", "meme-heure", "ou", "choisir", "centres", "loire", "moments", "4a,5m")))
                .containsExactly("Les centres choisis ne peuvent pas recevoir 2 personnes à la même heure."
                        + " C’est possible ici\u00a0: 42 rue Charcot, 75013 Paris."
                        + " L’un après l’autre, c’est possible. Le même jour, c’est possible.");
    }

    @Test
    void moments_at_which_nobody_is_received_are_told_with_those_at_which_one_is() {
        assertThat(said(1, Map.of("ou", "choisir", "centres", "charcot,loire", "moments", "1m")))
                .containsExactly("À ces moments, ces centres ne reçoivent pas pour cette démarche."
                        + " C’est possible ici\u00a0: jeudi après-midi et vendredi matin.");
        assertThat(said(
                        2,
                        Map.of("ensemble", "meme-heure", "ou", "choisir", "centres", "charcot,loire", "moments", "5m")))
                .containsExactly("À ces moments, ces centres ne peuvent pas recevoir 2 personnes à la même heure."
                        + " C’est possible ici\u00a0: jeudi après-midi."
                        + " L’un après l’autre, c’est possible. Le même jour, c’est possible.");
    }

    @Test
    void days_that_leave_nothing_are_told_with_the_first_that_would_do() {
        assertThat(said(3, Map.of("ensemble", "meme-jour", "ou", "tout", "du-1", "22/4/2021")))
                .containsExactly("Avec ces choix il ne reste aucun jour pour recevoir 3 personnes le même jour."
                        + " Sans ces jours impossibles, le premier jour possible est le jeudi 22 avril 2021.");
        assertThat(said(2, Map.of("ensemble", "meme-heure", "ou", "tout", "du-1", "22/4/2021")))
                .singleElement()
                .asString()
                .endsWith("22 avril 2021. L’un après l’autre, c’est possible. Le même jour, c’est possible.");
        assertThat(said(1, Map.of("ou", "tout", "du-1", "22/4/2021", "au-1", "23/4/2021")))
                .containsExactly("Avec ces choix il ne reste aucun jour."
                        + " Sans ces jours impossibles, le premier jour possible est le jeudi 22 avril 2021.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_names_the_same_numbers(Language language) {
        var form = new Form(Map.of("ensemble", "meme-heure", "ou", "tout"));
        assertThat(said(language, 3, form)).singleElement().asString().contains("3", "2", "42 rue Charcot");
        var moments = new Form(Map.of("ou", "choisir", "centres", "loire", "moments", "1m"));
        assertThat(said(language, 1, moments))
                .singleElement()
                .asString()
                .contains(
                        switch (language) {
                            case FR -> "vendredi matin";
                            case EN -> "Friday morning";
                            case AR -> "صباحا";
                        });
    }

    @Test
    void it_is_said_at_the_question_and_another_answer_goes_on_with_everything_typed() {
        var walk = new Walk(visitor);
        var again = walk.group("meme-heure");
        assertThat(again).contains("/demande/famille/ensemble?s=").endsWith("#erreurs");
        assertThat(visitor.get(Walk.withoutFragment(again)).body())
                .contains(
                        "À corriger",
                        "Aucun centre ne peut recevoir 3 personnes",
                        "value=\"meme-heure\" id=\"ensemble\" checked");
        assertThat(visitor.get(Walk.withoutFragment(again).replace("/fr/", "/en/"))
                        .body())
                .contains("No centre can receive 3 people at the same time.", "On the same day is possible.");
        var next = visitor.post(Walk.withoutFragment(again), Map.of("ensemble", "meme-jour"))
                .location();
        next = visitor.post(next, Map.of("ou", "tout")).location();
        next = visitor.post(next, Map.of()).location();
        next = visitor.post(next, Map.of("bureau", "1")).location();
        assertThat(visitor.get(next).body()).contains("BENALI", "NGUYEN", "Le même jour, l’heure importe peu");
    }

    @Test
    void where_no_places_are_planned_any_more_a_request_is_accepted_all_the_same() {
        world.clock().set(World.paris("2021-04-26T10:00"));
        assertThat(visitor.askAlone("TRAORÉ", "12AB34567").body()).contains("Vérifiez, puis envoyez");
    }

    private List<String> said(int persons, Map<String, String> fields) {
        return said(Language.FR, persons, new Form(fields));
    }

    private List<String> said(Language language, int persons, Form form) {
        var catalogues = world.get(Catalogues.class);
        var view = new View(language, catalogues.masthead(World.AUTHORITY), new Messages(), "", Optional.empty());
        var horizon = catalogues.horizon(World.AUTHORITY, World.POOL, LocalDate.of(2021, 4, 2));
        TimeQuestions.of(horizon, persons, form).check(form, Form.empty());
        return form.problems().stream().map(view::t).toList();
    }
}
