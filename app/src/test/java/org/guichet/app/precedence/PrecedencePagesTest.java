package org.guichet.app.precedence;

import static org.assertj.core.api.Assertions.assertThat;

import org.guichet.app.World;
import org.guichet.app.access.ActingAgent;
import org.guichet.app.access.StaffBrowser;
import org.guichet.app.appointment.Withdraw;
import org.guichet.app.registration.Request;
import org.junit.jupiter.api.Test;

/** Two agents at their counters, by the buttons of the page. */
final class PrecedencePagesTest {
    private final World world = World.fresh();
    private final Request request = world.register(World.AMINATA);
    private final StaffBrowser five = StaffBrowser.at(world, 5);

    @Test
    void one_agent_sees_the_proof_and_another_refuses_with_a_reason() {
        var find = "/agent/priorites?numero=" + request.number().digits();
        assertThat(five.get(find).body())
                .contains("TRAORÉ", "Décision d’un juge", "Preuve à voir\u00a0: L’ordonnance du juge. Article 1");
        var see = "/agent/priorites/" + request.id().value() + "/preuve";
        assertThat(five.get(five.post(see, "categorie", "juge").location()).body())
                .contains("Cochez que vous avez vu la preuve", "checked");
        assertThat(five.get(five.post(see, "vue", "oui").location()).body()).contains("Choisissez une catégorie");
        var seen = five.post(see, "categorie", "juge", "vue", "oui");
        assertThat(five.get(seen.location()).body())
                .contains("Une autre personne décide", "1 preuve attend une décision")
                .doesNotContain("Accorder<");

        var decision = "/agent/priorites/" + claim() + "/decision";
        assertThat(five.get(five.post(decision, "reponse", "oui").location()).body())
                .contains("une autre personne doit décider");
        var six = new StaffBrowser(world);
        six.signIn("charcot-6", "bienvenue");
        six.get("/agent/guichet");
        six.post("/agent/guichet", "guichet", "6");
        assertThat(six.get("/agent/priorites").body()).contains("Accorder", "Preuve vue le", "charcot-5");
        assertThat(six.get(six.post(decision, "reponse", "non").location()).body())
                .contains("Écrivez la raison du refus");
        assertThat(six.get(six.post(decision, "reponse", "non", "raison", "x".repeat(501))
                                .location())
                        .body())
                .contains("C’est trop long", "x".repeat(501));
        var refused = six.post(decision, "reponse", "non", "raison", "Papier <b>périmé</b>");
        assertThat(six.get(refused.location()).body()).contains("C’est décidé", "Rien n’attend de décision");
        assertThat(six.get(find).body()).contains("Refusée le", "Papier &lt;b&gt;périmé");
    }

    @Test
    void wrong_numbers_and_unknown_claims_are_told() {
        assertThat(five.get("/agent/priorites?numero=12").body()).contains("Il faut 12 chiffres");
        assertThat(five.get("/agent/priorites?numero=482901736547").body()).contains("Aucune demande");
        assertThat(five.get("/agent/priorites?numero=482901736548").body()).contains("Un chiffre");
        assertThat(five.post("/agent/priorites/" + request.id().value() + "/decision", "reponse", "oui")
                        .status())
                .isEqualTo(404);
        assertThat(five.get("/agent/priorites?fait=rien&s=rien").status()).isEqualTo(200);
    }

    @Test
    void a_proof_of_a_request_that_is_over_hides_no_other() {
        var agent = new ActingAgent(World.AUTHORITY, "charcot-5", "Guichet 5", "charcot");
        for (var i = 0; i < 50; i++) {
            var over = world.register(World.somebody(i));
            assertThat(world.get(SeeProof.class).see(agent, over.id(), "juge")).isTrue();
            world.get(Withdraw.class).withdraw(World.AUTHORITY, over.id());
        }
        world.goTo("2021-04-02T10:31");
        assertThat(five.get("/agent/priorites").body()).contains("Rien n’attend de décision");
        assertThat(world.get(SeeProof.class).see(agent, request.id(), "juge")).isTrue();
        assertThat(five.get("/agent/priorites").body()).contains("1 preuve attend une décision", "TRAORÉ");
    }

    private String claim() {
        return world.jdbc()
                .sql("select claim_id::text from precedence_claim")
                .query(String.class)
                .single();
    }
}
