package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.access.ActingAgent;
import org.guichet.app.draw.Ranks;
import org.guichet.app.precedence.DecideClaim;
import org.guichet.app.precedence.SeeProof;
import org.guichet.app.registration.RequestId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Seven persons for six places, four of them at Charcot, of which a quarter may be taken by precedence: one. The two
 * last in the line have it, the very last by the first class.
 */
final class SharesTest {
    private final World world = World.fresh();
    private List<RequestId> line = List.of();

    @BeforeEach
    void begin() {
        IntStream.range(0, 7).forEach(i -> world.register(World.somebody(i)));
        world.goTo("2021-04-12T00:00:01");
        world.goTo("2021-04-12T12:00:01");
        line = world.get(Ranks.class).line(World.AUTHORITY, World.POOL).stream()
                .map(Ranks.Rank::request)
                .toList();
        grant(line.get(6), "juge");
        grant(line.get(5), "age");
        world.goTo("2021-04-12T16:00:01");
    }

    @Test
    void the_first_class_is_served_first_and_beyond_the_share_everybody_stands_in_the_line() {
        assertThat(offer(6).centre()).isEqualTo("charcot");
        assertThat(line).filteredOn(it -> live(it).isEmpty()).containsExactly(line.get(5));
        assertThat(charcot()).isEqualTo(new Shares.Week("charcot", LocalDate.of(2021, 4, 19), 4, 1));
        assertThat(charcot().most(25)).isEqualTo(1);
    }

    @Test
    void a_place_that_precedence_gives_back_may_be_taken_by_precedence_again() {
        world.get(AnswerOffer.class).no(World.AUTHORITY, offer(6).id());
        assertThat(offer(5).centre()).isEqualTo("charcot");
        assertThat(charcot().taken()).isEqualTo(1);
        assertThat(world.count("precedence_use")).isEqualTo(2);
    }

    @Test
    void a_freed_place_beyond_the_share_goes_by_the_line_and_is_not_counted() {
        world.get(AnswerOffer.class).no(World.AUTHORITY, offer(0).id());
        assertThat(live(line.get(5))).isNotEmpty();
        assertThat(world.count("precedence_use")).isEqualTo(1);
    }

    @Test
    void the_figures_of_weeks_that_are_over_are_public_and_name_nobody() {
        assertThat(figures("fr")).contains("Aucune semaine n’est encore terminée");
        world.clock().set(World.paris("2021-04-26T09:00"));
        assertThat(figures("fr"))
                .contains("au plus 25 % des places")
                .contains("étrangers : 1 place prise par priorité sur 4, 1 au plus.")
                .contains("Loire : aucune place prise par priorité sur 2, 0 au plus.")
                .doesNotContain("juge", "PERSONNE");
        assertThat(figures("en")).contains("1 place taken by precedence of 4");
        assertThat(figures("ar")).contains("أخذ مكان واحد");
    }

    @Test
    void the_page_of_the_procedure_publishes_its_classes() {
        assertThat(world.visitor().get("/fr/demarches/famille").body())
                .contains("Décision d’un juge", "Article 1", "L’ordonnance du juge", "/fr/priorites");
        assertThat(world.visitor().get("/ar/demarches/famille").body()).contains("قرار قاض");
        assertThat(world.visitor().get("/fr/demarches/remise").body()).doesNotContain("/fr/priorites");
    }

    private void grant(RequestId request, String legalClass) {
        world.get(SeeProof.class).see(agent(5), request, legalClass);
        var claim = world.jdbc()
                .sql("select claim_id from precedence_claim where request_id = ?")
                .param(request.value())
                .query(UUID.class)
                .single();
        world.get(DecideClaim.class).grant(agent(6), claim);
    }

    private Offer offer(int position) {
        return live(line.get(position)).getFirst();
    }

    private List<Offer> live(RequestId request) {
        return world.get(Offers.class).live(World.AUTHORITY, request).stream().toList();
    }

    private Shares.Week charcot() {
        var monday = LocalDate.of(2021, 4, 19);
        return world
                .get(Shares.class)
                .weeks(World.AUTHORITY, World.POOL, ZoneId.of("Europe/Paris"), monday, monday.plusWeeks(1))
                .stream()
                .filter(it -> it.centre().equals("charcot"))
                .findFirst()
                .orElseThrow();
    }

    /** The text of the page, without the no-break spaces of French. */
    private String figures(String language) {
        return world.visitor()
                .get("/" + language + "/priorites")
                .body()
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[\\s\u00a0\u202f]+", " ");
    }

    private static ActingAgent agent(int number) {
        return new ActingAgent(World.AUTHORITY, "charcot-" + number, "Guichet " + number, "charcot");
    }
}
