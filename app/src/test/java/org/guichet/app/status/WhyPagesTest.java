package org.guichet.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.appointment.AnswerOffer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestId;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.Outcome;
import org.guichet.core.allot.Refusal;
import org.guichet.core.allot.TieredDictatorship;
import org.guichet.core.allot.check.OutcomeCheck;
import org.guichet.core.allot.check.RefusalCheck;
import org.guichet.core.ledger.leaf.Commitment;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Six places, a couple and eight others: somebody gets nothing, and reads why. */
final class WhyPagesTest {
    private World world;
    private Request couple;

    @BeforeEach
    void begin() {
        world = World.fresh();
        couple = world.register(World.AMINA, World.KARIM);
        IntStream.range(0, 8).forEach(i -> world.register(World.somebody(i)));
        world.drawAndRun();
    }

    @Test
    void what_was_kept_is_what_the_journal_commits_to_and_can_be_held_again() throws FormatException {
        var input = Input.parse(kept("INPUT"));
        var outcome = Outcome.parse(kept("OUTCOME"), input);
        assertThat(TieredDictatorship.allot(input)).isEqualTo(outcome);
        assertThat(OutcomeCheck.fault(input, outcome)).isEmpty();
        assertThat(input.line()).hasSize(9);
        world.job("journal");
        var journal = world.jdbc()
                .sql("select encode(content, 'escape') from tile where level = -1")
                .query(String.class)
                .single();
        var salt = HexFormat.of().parseHex(salt());
        assertThat(journal)
                .contains("run 2\n", "line 9\nfree 6\n")
                .contains("input " + commitment(salt, input.text()) + "\n")
                .contains("outcome " + commitment(salt, outcome.text()) + "\n");
    }

    @Test
    void whoever_got_nothing_reads_why_and_the_certificate_holds() throws FormatException {
        var input = Input.parse(kept("INPUT"));
        var outcome = Outcome.parse(kept("OUTCOME"), input);
        var refused = 0;
        for (var turn : input.line()) {
            if (outcome.given().stream().noneMatch(it -> it.label().equals(turn.label()))) {
                refused++;
                var key = key(turn.label());
                assertThat(world.visitor().get("/fr/suivi?k=" + key).body()).contains("/fr/suivi/refus?k=");
                assertThat(world.visitor().get("/fr/suivi/refus?k=" + key).body())
                        .contains(
                                "6 places étaient libres à plus de 2 jours de là, 9 demandes attendaient",
                                "Vous gardez votre rang.")
                        .contains(
                                turn.persons() > 1
                                        ? "Vous venez à 2 personnes."
                                        : "avant vous. Ces demandes ne pouvaient")
                        .contains("Mettez ce fichier dans le dossier du relevé, puis tapez");
                var file = world.visitor()
                        .get("/fr/suivi/refus/certificat?k=" + key)
                        .body();
                assertThat(RefusalCheck.fault(Refusal.parse(file, input.stock()), input, outcome))
                        .isEmpty();
            }
        }
        assertThat(refused).isBetween(3, 4);
    }

    @Test
    void whoever_was_served_and_said_no_is_not_told_that_nobody_served_him() throws FormatException {
        var input = Input.parse(kept("INPUT"));
        var served = Outcome.parse(kept("OUTCOME"), input).given().getFirst();
        var key = key(served.label());
        world.goTo("2021-04-13T10:00");
        var offer = world.get(Offers.class)
                .ofRequest(World.AUTHORITY, id(served.label()))
                .getFirst();
        world.get(AnswerOffer.class).no(World.AUTHORITY, offer.id());
        assertThat(world.visitor().get("/fr/suivi/refus?k=" + key).body())
                .contains("À la dernière attribution, le lundi 12 avril 2021, nous vous avons proposé un rendez-vous.")
                .contains("Il n’y a rien à expliquer.")
                .doesNotContain("n’a pas attendu", "/certificat");
        assertThat(world.visitor().get("/en/suivi/refus?k=" + key).body()).contains("we offered you an appointment.");
        assertThat(world.visitor().get("/ar/suivi/refus?k=" + key).body()).contains("عرضنا عليك موعدا.");
        assertThat(world.visitor().get("/fr/suivi/refus/certificat?k=" + key).location())
                .endsWith("/fr/suivi/refus?k=" + key);
        assertThat(world.visitor().get("/fr/suivi/refus?k=wrong").location()).endsWith("/suivi?perdu=1");
    }

    @Test
    void whoever_did_not_wait_in_the_last_run_is_told_that() {
        var late = world.register(World.LAN);
        assertThat(world.visitor()
                        .get("/fr/suivi/refus?k=" + key(late.label().hex()))
                        .body())
                .contains("Votre demande n’a pas attendu lors de la dernière attribution.")
                .doesNotContain("proposé un rendez-vous");
    }

    @Test
    void a_run_of_before_that_was_not_kept_is_not_explained() {
        world.jdbc().sql("update allotment_run set run = null, salt = null").update();
        assertThat(world.visitor()
                        .get("/fr/suivi/refus?k=" + key(couple.label().hex()))
                        .body())
                .contains("Il n’y a pas d’attribution à expliquer pour le moment.")
                .doesNotContain("la dernière attribution");
    }

    @Test
    void the_record_of_a_run_is_read_once_for_all_who_look() throws FormatException {
        var input = Input.parse(kept("INPUT"));
        var served = Outcome.parse(kept("OUTCOME"), input).given().stream()
                .map(it -> it.label())
                .toList();
        var refused = input.line().stream()
                .map(it -> it.label())
                .filter(it -> !served.contains(it))
                .findFirst()
                .orElseThrow();
        var address = "/fr/suivi/refus?k=" + key(refused);
        assertThat(world.visitor().get(address).body()).contains("Vous gardez votre rang.");
        world.jdbc()
                .sql("update run_text set text = 'none' where pool = 'famille'")
                .update();
        assertThat(world.visitor().get(address).body()).contains("Vous gardez votre rang.");
        world.jdbc()
                .sql("update allotment_run set salt = decode(repeat('00', 32), 'hex') where pool = 'famille'"
                        + " and run is not null")
                .update();
        var failed = world.visitor().get(address);
        assertThat(failed.status()).as("another run is read").isEqualTo(500);
        assertThat(failed.body()).contains("Ce qui était enregistré l’est toujours.");
    }

    private static String commitment(byte[] salt, String text) {
        return Commitment.of(text.substring(0, text.indexOf('\n')), salt, text.getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    private String kept(String kind) {
        return world.jdbc().sql("""
                        select string_agg(text, '' order by part)
                        from run_text
                        join allotment_run using (authority_id, pool, due_at)
                        where pool = 'famille' and kind = ?
                        group by run
                        order by run desc
                        limit 1""").params(kind).query(String.class).single();
    }

    private String salt() {
        return world.jdbc()
                .sql("select encode(salt, 'hex') from allotment_run where pool = 'famille' order by run desc limit 1")
                .query(String.class)
                .single();
    }

    private String key(String label) {
        return world.get(Passes.class).key(World.AUTHORITY, id(label), Passes.Level.LOOK);
    }

    private RequestId id(String label) {
        return new RequestId(world.jdbc()
                .sql("select request_id from request where label = ?")
                .params(label)
                .query(UUID.class)
                .single());
    }
}
