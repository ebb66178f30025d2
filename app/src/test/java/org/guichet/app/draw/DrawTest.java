package org.guichet.app.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.WorldConfiguration;
import org.guichet.app.beacon.Beacon;
import org.guichet.app.choosing.Choose;
import org.guichet.app.choosing.Wanted;
import org.guichet.app.registration.Request;
import org.guichet.core.beacon.Round;
import org.guichet.core.draw.Draw;
import org.guichet.core.draw.Label;
import org.guichet.core.draw.Lot;
import org.guichet.core.draw.SealedList;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DrawTest {
    private World world;
    private List<Request> requests;

    @BeforeEach
    void begin() {
        world = World.fresh();
        requests = IntStream.range(0, 20)
                .mapToObj(i -> world.register(World.somebody(i)))
                .toList();
    }

    @Test
    void the_list_is_sealed_when_the_window_ends_and_nothing_enters_it_afterwards() {
        world.goTo("2021-04-12T00:00:01");
        var sealed = drawing();
        assertThat(sealed.count()).isEqualTo(20);
        assertThat(sealed.root()).isEqualTo(SealedList.of(labels()).root());
        assertThat(sealed.drawn()).isEmpty();

        assertThat(world.register(World.AMINATA).window()).isEqualTo(2);
        world.goTo("2021-04-12T12:00:01");
        assertThat(drawing().count()).isEqualTo(20);
    }

    @Test
    void anybody_can_recompute_the_order_from_what_is_published() {
        world.goTo("2021-04-12T00:00:01");
        world.goTo("2021-04-12T12:00:01");
        var drawing = drawing();
        var round = drawing.drawn().orElseThrow().round();
        var randomness =
                ((Round.Outcome.Valid) round.check(world.get(Beacon.class).chain())).randomness();
        var again = Draw.order(drawing.leaf().getBytes(StandardCharsets.UTF_8), randomness.bytes(), labels());
        assertThat(lots()).isEqualTo(again);
        assertThat(world.get(Ranks.class).line(World.AUTHORITY, World.POOL))
                .extracting(it -> world.jdbc()
                        .sql("select label from request where request_id = ?")
                        .params(it.request().value())
                        .query(String.class)
                        .single())
                .isEqualTo(again.stream().map(it -> it.label().hex()).toList());
    }

    @Test
    void the_round_that_decides_is_the_one_announced_when_the_window_was_made() {
        var announced = world.jdbc()
                .sql("select round from registration_window where pool = 'famille' and window_no = 1")
                .query(Long.class)
                .single();
        world.goTo("2021-04-12T00:00:01");
        world.goTo("2021-04-12T12:00:01");
        assertThat(drawing().drawn().orElseThrow().round().number()).isEqualTo(announced);
        assertThat(world.get(Beacon.class).chain().timeOf(announced)).isEqualTo(World.paris("2021-04-12T12:00"));
    }

    @Test
    void before_the_round_is_known_nothing_is_drawn_and_a_silent_beacon_is_asked_again() {
        world.goTo("2021-04-12T00:00:01");
        world.goTo("2021-04-12T11:59:59");
        assertThat(drawing().drawn()).isEmpty();

        var beacon = world.get(WorldConfiguration.HandBeacon.class);
        beacon.silent(true);
        world.goTo("2021-04-12T12:00:01");
        assertThat(drawing().drawn()).isEmpty();
        beacon.silent(false);
        world.jobs();
        assertThat(drawing().drawn()).isPresent();
    }

    @Test
    void drawing_again_changes_nothing() {
        world.goTo("2021-04-12T00:00:01");
        world.goTo("2021-04-12T12:00:01");
        var first = lots();
        world.jobs();
        assertThat(lots()).isEqualTo(first);
        assertThat(world.count("lot")).isEqualTo(20);
    }

    @Test
    void everybody_is_told_the_rank() {
        world.goTo("2021-04-12T00:00:01");
        world.goTo("2021-04-12T12:00:01");
        assertThat(world.letters().to("no.7@example.org"))
                .last()
                .satisfies(it -> assertThat(it.body()).containsPattern("Votre rang est \\d+ sur 20"));
    }

    @Test
    void a_person_sees_the_own_lot_calculated_again_and_how_to_check_it() {
        var hex = requests.get(7).label().hex();
        world.goTo("2021-04-12T00:00:01");
        var path = "/fr/tirages/famille/1?code=" + hex;
        assertThat(world.visitor().get(path).body())
                .contains("Le tirage n’a pas encore eu lieu.")
                .doesNotContain("Lot de cette demande", "--label");
        world.goTo("2021-04-12T12:00:01");
        var order = lots();
        var rank = order.stream().map(it -> it.label().hex()).toList().indexOf(hex) + 1;
        assertThat(world.visitor().get(path).body())
                .contains("Rang " + rank + " sur 20", "value=\"" + hex + "\"")
                .contains(Hash.sha256(drawing().leaf().getBytes(StandardCharsets.UTF_8))
                        .hex())
                .contains(String.valueOf(drawing().drawn().orElseThrow().round().number()))
                .contains(order.get(rank - 1).position().hex())
                .contains("./guichet verify ", "/journal/1 --label " + hex);
        assertThat(world.visitor().get(path.replace(hex, "0".repeat(64))).body())
                .contains("Vérifiez le code, et la date du tirage de votre demande.", "téléphonez au 01 00 00 00 00");
    }

    @Test
    void the_proof_of_a_place_leads_from_the_label_to_the_order_in_the_journal() {
        world.goTo("2021-04-12T00:00:01");
        world.goTo("2021-04-12T12:00:01");
        var root = world.jdbc()
                .sql("select encode(content, 'escape') from tile where level = -1")
                .query(String.class)
                .single()
                .replaceAll(
                        "(?s).*guichet.org/order@v1\npool famille\nwindow 1\ncount 20\nroot ([0-9a-f]{64}).*", "$1");
        for (var label : labels()) {
            var lines = world.visitor()
                    .get("/fr/tirages/famille/1/place.txt?code=" + label.hex())
                    .body()
                    .lines()
                    .toList();
            assertThat(lines).startsWith("code " + label.hex()).contains("sur 20", "ordre " + root);
            var hash = Merkle.leaf(label.text());
            for (var line : lines.subList(4, lines.size())) {
                var sibling = Hash.of(line.substring(line.indexOf(' ') + 1));
                hash = line.startsWith("left ") ? Merkle.node(sibling, hash) : Merkle.node(hash, sibling);
            }
            assertThat(hash.hex()).isEqualTo(root);
        }
        assertThat(world.visitor()
                        .get("/fr/tirages/famille/1/place.txt?code=" + "0".repeat(64))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_letter_of_a_draw_is_true_also_for_whoever_chose_a_place_before() {
        world = World.fresh();
        world.drawAndRun();
        world.get(Choose.class)
                .choose(
                        World.AUTHORITY,
                        World.application(World.AMINATA),
                        new Wanted("charcot", World.paris("2021-04-22T14:00")));
        world.goTo("2021-04-26T00:00:01");
        world.goTo("2021-04-26T12:00:01");
        assertThat(world.letters().to("aminata@example.org"))
                .filteredOn(it -> it.subject().endsWith("tirage fait"))
                .singleElement()
                .satisfies(it -> assertThat(it.body())
                        .contains("Si vous avez déjà un rendez-vous, rien ne change.")
                        .doesNotContain("faire. Nous vous prévenons"));
    }

    private List<Lot> lots() {
        var lots = new ArrayList<Lot>();
        world.get(Drawings.class).eachLot(World.AUTHORITY, drawing(), lots::add);
        return lots;
    }

    private Drawing drawing() {
        return world.get(Drawings.class).find(World.AUTHORITY, World.POOL, 1).orElseThrow();
    }

    private List<Label> labels() {
        return requests.stream().map(Request::label).toList();
    }
}
