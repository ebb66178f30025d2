package org.guichet.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.guichet.app.World;
import org.guichet.app.limit.Source;
import org.guichet.app.page.Form;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LookupTest {
    private static final RequestNumber NOBODYS = new RequestNumber("482901736547");

    private static final Source NOWHERE = new Source(Optional.empty());

    private World world;
    private Request request;

    @BeforeEach
    void begin() {
        world = World.fresh();
        request = world.register(World.AMINA, World.KARIM);
    }

    @Test
    void number_and_year_of_birth_open_for_looking_only() {
        assertThat(look(request.number(), "1985"))
                .isInstanceOfSatisfying(
                        Lookup.Outcome.Found.class,
                        it -> assertThat(pass(it).mayAct()).isFalse());
    }

    @Test
    void a_wrong_year_and_a_number_that_does_not_exist_are_answered_alike() {
        assertThat(look(request.number(), "1984")).isEqualTo(look(NOBODYS, "1985"));
    }

    @Test
    void the_full_date_of_birth_opens_for_acting() {
        assertThat(act("22", "avril", "1985"))
                .isInstanceOfSatisfying(
                        Lookup.Outcome.Found.class,
                        it -> assertThat(pass(it).mayAct()).isTrue());
        assertThat(act("22", "04", "1985")).isInstanceOf(Lookup.Outcome.Found.class);
        assertThat(act("", "", "1985")).isInstanceOf(Lookup.Outcome.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''", "00, 00", "0, 0", "XX, XX", "?, x", "'', 00", "22, ''", "22, 00",
    })
    void who_knows_only_the_year_proves_it_however_the_rest_is_typed(String day, String month) {
        request = world.register(born(Optional.empty(), Optional.empty()));
        assertThat(act(day, month, "1985")).isInstanceOf(Lookup.Outcome.Found.class);
        assertThat(act(day, month, "١٩٨٥")).isInstanceOf(Lookup.Outcome.Found.class);
        assertThat(act(day, month, "1984")).isInstanceOf(Lookup.Outcome.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource({"'', avril", "00, 04", "XX, 4", "?, ٤"})
    void who_knows_no_day_proves_it_however_that_is_typed(String day, String month) {
        request = world.register(born(Optional.of(4), Optional.empty()));
        assertThat(act(day, month, "1985")).isInstanceOf(Lookup.Outcome.Found.class);
        assertThat(act("4", month, "1985")).isInstanceOf(Lookup.Outcome.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource({"22, 04, 1985", "٢٢, ٤, ١٩٨٥", "۲۲, ۰۴, ۱۹۸۵", "22, أبريل, 1985"})
    void any_digits_prove(String day, String month, String year) {
        assertThat(act(day, month, year)).isInstanceOf(Lookup.Outcome.Found.class);
    }

    @ParameterizedTest
    @CsvSource({"XX, 04, 1985", "22, '', 1985", "32, 04, 1985", "22, 13, 1985", "22, 04, ''", "22, 04, 85"})
    void less_than_the_full_date_proves_nothing(String day, String month, String year) {
        assertThat(act(day, month, year)).isInstanceOf(Lookup.Outcome.Nothing.class);
    }

    @Test
    void after_five_failures_the_number_rests_for_a_day_whether_it_exists_or_not() {
        for (int i = 0; i < 5; i++) {
            assertThat(look(request.number(), "19" + (60 + i))).isInstanceOf(Lookup.Outcome.Nothing.class);
            assertThat(look(NOBODYS, "19" + (60 + i))).isInstanceOf(Lookup.Outcome.Nothing.class);
        }
        assertThat(look(request.number(), "1985")).isInstanceOf(Lookup.Outcome.TooManyTries.class);
        assertThat(look(NOBODYS, "1985")).isInstanceOf(Lookup.Outcome.TooManyTries.class);
        world.clock().set(World.START.plusSeconds(86_401));
        assertThat(look(request.number(), "1985")).isInstanceOf(Lookup.Outcome.Found.class);
    }

    @Test
    void looking_a_thousand_times_changes_nothing() {
        var before = world.count("leaf") + world.count("notice") + tries();
        for (int i = 0; i < 1000; i++) {
            look(request.number(), "1985");
        }
        assertThat(world.count("leaf") + world.count("notice") + tries()).isEqualTo(before);
    }

    private static Applicant born(Optional<Integer> month, Optional<Integer> day) {
        var amina = World.AMINA;
        return new Applicant(
                amina.familyName(),
                amina.givenNames(),
                amina.ownScript(),
                new Applicant.Birth(1985, month, day),
                amina.document(),
                amina.birthPlace());
    }

    private int tries() {
        return world.jdbc()
                .sql("select coalesce(sum(count), 0) from tally")
                .query(Integer.class)
                .single();
    }

    private Lookup.Outcome look(RequestNumber number, String year) {
        return world.get(Lookup.class).look(World.AUTHORITY, NOWHERE, number, year);
    }

    private Lookup.Outcome act(String day, String month, String year) {
        return world.get(Lookup.class)
                .act(World.AUTHORITY, NOWHERE, request, new Form(Map.of("jour", day, "mois", month, "annee", year)));
    }

    private Passes.Pass pass(Lookup.Outcome.Found found) {
        return world.get(Passes.class).open(World.AUTHORITY, found.key()).orElseThrow();
    }
}
