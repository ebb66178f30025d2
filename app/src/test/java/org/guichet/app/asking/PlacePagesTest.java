package org.guichet.app.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.guichet.app.Visitor;
import org.guichet.app.World;
import org.guichet.app.platform.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who chooses in a browser without scripts, and what the others do meanwhile. */
final class PlacePagesTest {
    private static final Map<String, String> FRIDAY = Walk.FRIDAY;

    private World world;
    private Visitor visitor;
    private Walk walk;

    @BeforeEach
    void begin() {
        world = World.fresh();
        world.drawAndRun();
        visitor = world.visitor();
        walk = new Walk(visitor);
    }

    @Test
    void the_page_of_a_procedure_says_which_rule_holds() {
        assertThat(procedure()).contains("Vous choisissez votre place").doesNotContain("tirées au sort");
        world.register(World.LAN);
        assertThat(procedure()).contains("Les places sont tirées au sort").doesNotContain("Vous choisissez");
    }

    @Test
    void a_centre_a_day_and_a_time_make_an_appointment() {
        var centres = walk.asked(World.AMINATA);
        assertThat(centres).contains("/demande/famille/place?");
        assertThat(visitor.get(centres).body()).contains("Dans quel centre", "42 rue Charcot", "Le plus tôt");
        assertThat(visitor.get(centres + "&centre=loire").body())
                .contains("Quel jour", "Avril 2021", "jour=2021-04-23");
        assertThat(visitor.get(centres + "&centre=loire&jour=2021-04-23").body())
                .contains("À quelle heure", "9:00", "9:30");

        var contact = visitor.post(centres, FRIDAY).location();
        assertThat(visitor.get(contact).body()).contains("Nous la gardons pour vous jusqu’à 16:15");
        var check = visitor.post(contact, Map.of("bureau", "1")).location();
        assertThat(visitor.get(check).body()).contains("Vendredi 23 avril 2021 à 9:00", "Votre place");
        var receipt = walk.send(check);
        assertThat(visitor.get(receipt).body())
                .contains("La place que vous avez choisie", "Vendredi 23 avril 2021 à 9:00");
        assertThat(walk.status(receipt))
                .contains("<h3>Place choisie</h3>", "Voir mon rendez-vous")
                .doesNotContain("<h3>Tirage au sort");
    }

    @Test
    void who_comes_is_known_before_anybody_sees_a_place() {
        assertThat(visitor.get("/fr/demande/famille/place").location()).contains("/demande/famille/qui?");
        assertThat(visitor.post("/fr/demande/famille/place", FRIDAY).location()).contains("/demande/famille/qui?");
        assertThat(world.count("holding")).isZero();
    }

    @Test
    void a_place_that_somebody_else_took_leads_back_to_the_calendar_with_everything_kept() {
        var aminata = walk.asked(World.AMINATA);
        visitor.post(walk.asked(World.LAN), FRIDAY);
        var again = visitor.post(aminata, FRIDAY).location();
        assertThat(again).contains("dit=prise", "jour=2021-04-23");
        assertThat(visitor.get(again).body())
                .contains("vient d’être prise", "À quelle heure", "9:30")
                .doesNotContain("2021-04-23T07:00");
        var check = visitor.post(
                        visitor.post(Walk.withoutFragment(again), Map.of("place", "loire/2021-04-23T07:30:00Z"))
                                .location(),
                        Map.of("bureau", "1"))
                .location();
        assertThat(visitor.get(check).body()).contains("TRAORÉ Aminata", "à 9:30");
    }

    @Test
    void a_place_lost_at_the_last_moment_leads_back_too_and_nothing_is_recorded() {
        var check = walk.checked(World.AMINATA);
        world.clock().set(world.clock().instant().plus(Limits.CHOSEN_HELD));
        walk.send(walk.checked(World.LAN));
        var again = walk.send(check);
        assertThat(again).contains("/place?", "dit=prise");
        assertThat(visitor.get(again).body()).contains("vient d’être prise");
        assertThat(world.count("request")).isEqualTo(1);
    }

    @Test
    void a_line_that_forms_while_somebody_looks_leads_to_the_wishes_with_everything_kept() {
        var aminata = walk.asked(World.AMINATA);
        world.register(World.KARIM);
        var wishes = visitor.get(aminata).location();
        assertThat(wishes).contains("/demande/famille/ou?");
        assertThat(visitor.get(wishes).body()).contains("On ne peut plus choisir une place");
        assertThat(visitor.post(aminata, FRIDAY).location()).contains("/demande/famille/ou?");
        var impossible =
                visitor.post(Walk.withoutFragment(wishes), Map.of("ou", "tout")).location();
        var contact = visitor.post(impossible, Map.of()).location();
        var check = visitor.post(contact, Map.of("bureau", "1")).location();
        assertThat(visitor.get(check).body()).contains("TRAORÉ Aminata", "Tous les centres");
        assertThat(visitor.get(walk.send(check)).body()).contains("tirage au sort public");
    }

    @Test
    void a_line_that_forms_after_the_place_was_kept_changes_nothing_for_who_has_it() {
        var check = walk.checked(World.AMINATA);
        world.register(World.KARIM);
        assertThat(walk.status(walk.send(check))).contains("Voir mon rendez-vous");
    }

    @Test
    void a_line_that_ends_while_somebody_writes_wishes_is_said_on_the_check_page() {
        var karim = world.register(World.KARIM);
        var wishes = walk.asked(World.AMINATA);
        assertThat(wishes).contains("/ou?");
        var contact = visitor.post(visitor.post(wishes, Map.of("ou", "tout")).location(), Map.of())
                .location();
        var check = visitor.post(contact, Map.of("bureau", "1")).location();
        assertThat(visitor.get(check).body()).doesNotContain("Choisir ma place");
        world.get(org.guichet.app.appointment.Withdraw.class).withdraw(World.AUTHORITY, karim.id());
        var told = visitor.get(check).body();
        assertThat(told).contains("Des places sont libres en ce moment", "Choisir ma place maintenant");
        var chosen =
                visitor.post(check.replace("/verification?", "/place?"), FRIDAY).location();
        assertThat(walk.status(walk.send(chosen))).contains("Votre rendez-vous");
    }

    @Test
    void whoever_wants_none_of_the_places_says_what_suits() {
        var place = walk.asked(World.AMINATA);
        var page = visitor.get(place);
        var wishes = page.after("<a class=\"button second\" href=\"");
        assertThat(wishes).contains("/demande/famille/ou?");
        assertThat(visitor.get(wishes).body()).doesNotContain("On ne peut plus choisir");
    }

    @Test
    void a_group_too_large_for_what_is_left_is_told_and_goes_on() {
        walk.send(walk.checked(World.AMINATA, "charcot/2021-04-22T12:00:00Z"));
        walk.send(walk.checked(World.person("DIALLO", "Awa", "GN", "42GH34571"), "charcot/2021-04-22T12:30:00Z"));
        var page = visitor.get(walk.group("meme-jour")).body();
        assertThat(page).contains("Il n’y a pas de place libre pour vous", "Continuer sans choisir");
    }

    @Test
    void who_asks_again_sees_the_same_receipt() {
        var first = visitor.get(walk.send(walk.checked(World.AMINATA))).body();
        var again = visitor.get(walk.send(walk.checked(World.AMINATA, "loire/2021-04-23T07:30:00Z")))
                .body();
        assertThat(plain(again)).isEqualTo(plain(first).replace("à 9:00", "à 9:30"));
    }

    @Test
    void the_same_form_shows_the_same_receipt_for_its_place_and_none_for_another() {
        var check = walk.checked(World.AMINATA);
        var first = visitor.get(walk.send(check)).body();
        var again = walk.send(check);
        assertThat(again).startsWith("/fr/recu?deja=1&c=");
        assertThat(visitor.get(again).body())
                .contains("Vous aviez déjà envoyé cette demande", "Vendredi 23 avril 2021 à 9:00")
                .contains(first.replaceAll("(?s).*<p><b>Numéro(.*?)</p>.*", "$1"));

        var calendar = check.replace("/verification?", "/place?");
        var other = visitor.post(calendar, Map.of("place", "loire/2021-04-23T07:30:00Z"))
                .location();
        var refused = visitor.post(other.replace("/verification?", "/envoi?"), Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("Cette autre place n’est pas à vous")
                .doesNotContain("9:30");
        assertThat(visitor.get(refused.after("class=\"button\" href=\"")).body())
                .contains("vendredi 23 avril 2021 à 9:00", "Voir mon rendez-vous");
        assertThat(world.count("request")).isEqualTo(1);
        assertThat(world.count("holding where released_at is null")).isEqualTo(1);
    }

    @Test
    void a_place_given_back_can_be_exchanged_for_another_on_the_page_of_the_request() {
        var receipt = walk.send(walk.checked(World.AMINATA));
        var key = receipt.replaceAll(".*k=", "");
        var act = walk.acting(key);
        visitor.post("/fr/rendez-vous/annulation?k=" + act, Map.of());
        assertThat(visitor.get("/fr/suivi?k=" + key).body()).contains("Choisir une autre place");
        var place = "/fr/suivi/place?k=" + act;
        assertThat(visitor.get(place).body()).contains("Dans quel centre").doesNotContain("Partie 2");
        assertThat(visitor.post(place, Map.of("place", "demain")).location()).contains("dit=prise");
        assertThat(visitor.post(place, Map.of("place", "loire/2021-04-23T07:30:00Z"))
                        .location())
                .contains("/rendez-vous?");
        assertThat(visitor.get("/fr/suivi?k=" + key).body()).contains("vendredi 23 avril 2021 à 9:30");
    }

    @Test
    void more_persons_than_the_place_was_chosen_for_choose_again() {
        var check = walk.checked(World.AMINATA);
        var group = visitor.get(check).after("class=\"change\"><a href=\"").replaceAll("/personne-1\\?", "/qui?");
        var second = visitor.post(group, Map.of("qui", "groupe")).location();
        second = walk.document(visitor.post(second, Walk.name(2, World.LAN)).location(), 2, World.LAN);
        second = visitor.post(second, Map.of("encore-2", "non")).location();
        var place = visitor.post(second, Map.of("ensemble", "meme-heure")).location();
        assertThat(place).contains("/place?");
        assertThat(visitor.get(place).body()).contains("Pour 2 personnes").doesNotContain("vient d’être prise");
    }

    @Test
    void nonsense_in_the_address_or_the_form_is_the_calendar() {
        var place = walk.asked(World.AMINATA);
        assertThat(visitor.get(place + "&centre=lune&mois=2021-99&jour=hier").body())
                .contains("Dans quel centre");
        assertThat(visitor.get(place + "&centre=loire&mois=1999-01&jour=2021-04-24")
                        .body())
                .contains("Quel jour");
        assertThat(visitor.post(place, Map.of("place", "demain")).location()).contains("/place?");
        assertThat(visitor.post(place, Map.of("place", "lune/2021-04-23T07:00:00Z"))
                        .location())
                .contains("dit=prise");
    }

    // What differs from one request to the next: number, codes, keys and drawings of them.
    private static String plain(String page) {
        return page.replaceAll("[0-9]{4}&nbsp;<wbr>", "")
                .replaceAll("(\\?|&|&amp;)[a-z]=[A-Za-z0-9_-]+", "")
                .replaceAll("<svg.*?</svg>", "")
                .replaceAll("[0-9a-f]{64}", "")
                .replaceAll("(?s)<details>.*?</details>", "")
                .replaceAll("(?s)<p><b>Numéro.*?</p>", "");
    }

    private String procedure() {
        return visitor.get("/fr/demarches/famille").body();
    }
}
