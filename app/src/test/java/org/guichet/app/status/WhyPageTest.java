package org.guichet.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.Moment;
import org.guichet.core.allot.Outcome;
import org.guichet.core.allot.Place;
import org.guichet.core.allot.Quotas;
import org.guichet.core.allot.Refusal;
import org.guichet.core.allot.Stock;
import org.guichet.core.allot.TieredDictatorship;
import org.guichet.core.allot.Together;
import org.guichet.core.allot.Turn;
import org.guichet.core.allot.check.RefusalCheck;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sentence that each refusal is told in, and the certificate that proves it. */
final class WhyPageTest {
    private static final Instant TWO = World.paris("2021-04-22T14:00");
    private static final Instant NINE = World.paris("2021-04-23T09:00");
    private static final Instant HALF_PAST_NINE = World.paris("2021-04-23T09:30");

    // Two counters twice on Thursday, and one twice on Friday.
    private static final Stock STOCK = Stock.of(List.of(
            place(10, "charcot", 5, TWO),
            place(11, "charcot", 6, TWO),
            place(12, "charcot", 5, TWO.plusSeconds(1800)),
            place(13, "charcot", 6, TWO.plusSeconds(1800)),
            place(20, "loire", 1, NINE),
            place(21, "loire", 1, HALF_PAST_NINE)));

    private World world;

    @BeforeEach
    void begin() {
        world = World.fresh();
    }

    @Test
    void places_that_only_others_could_move_to_are_not_counted() throws FormatException {
        var request = waiting(World.AMINATA);
        run(
                everywhere(6),
                turn(request, Together.SAME_DAY, "loire", it -> it.start().equals(NINE)));
        assertThat(certificate(request).walls())
                .singleElement()
                .satisfies(it -> assertThat(it.places()).isEqualTo(6));
        assertThat(page(request))
                .contains("La seule place qui vous convenait a été donnée à une demande avant vous."
                        + " Cette demande ne pouvait pas aller ailleurs sans perdre ce qui lui était accordé.");
        run(everywhere(6), turn(request, Together.SAME_DAY, "loire", _ -> true));
        assertThat(page(request))
                .contains("Les 2 places qui vous convenaient ont été données à des demandes avant vous."
                        + " Ces demandes ne pouvaient pas aller ailleurs sans perdre ce qui leur était accordé.");
    }

    @Test
    void whoever_accepts_none_of_the_free_places_reads_that_and_no_more() throws FormatException {
        var request = waiting(World.AMINATA);
        run(
                everywhere(6),
                turn(request, Together.SAME_DAY, "loire", it -> it.start().equals(TWO)));
        assertThat(page(request))
                .contains("Aucune des places libres ne convenait à vos choix.")
                .doesNotContain("avant vous");
        certificate(request);
    }

    @Test
    void too_few_places_together_are_nobodys_gain() throws FormatException {
        var four = waiting(World.AMINA, World.KARIM, World.LAN, World.AMINATA);
        run(List.of(), turn(four, Together.SIMULTANEOUS, "charcot", _ -> true));
        assertThat(page(four))
                .contains("Vous venez à 4 personnes. Même sans les autres demandes, il n’y avait pas assez de places"
                        + " pour vous à la même heure.")
                .doesNotContain("avant vous");
        certificate(four);
    }

    @Test
    void a_place_that_was_booked_in_each_row_is_what_stops_who_comes_one_after_the_other() throws FormatException {
        var couple = waiting(World.AMINA, World.KARIM);
        var atTwo = STOCK.wish("charcot"::equals, it -> it.start().equals(TWO));
        var friday = STOCK.wish("loire"::equals, _ -> true);
        run(
                List.of(
                        new Turn("first", 2, Together.SIMULTANEOUS, 0, atTwo, atTwo),
                        new Turn("second", 2, Together.ADJACENT, 0, friday, friday)),
                turn(couple, Together.ADJACENT, "", _ -> true));
        assertThat(certificate(couple).walls()).isEmpty();
        assertThat(page(couple))
                .contains("Vous venez à 2 personnes, l’une après l’autre. Partout, au moins une place de la suite a été"
                        + " donnée à une demande avant vous.")
                .doesNotContain("Aucune des places libres");
    }

    @Test
    void a_couple_misses_one_place_wherever_it_could_come() throws FormatException {
        var couple = waiting(World.AMINA, World.KARIM);
        run(everywhere(5), turn(couple, Together.SIMULTANEOUS, "", _ -> true));
        certificate(couple);
        assertThat(page(couple))
                .contains("Vous venez à 2 personnes. Partout où vous pouviez venir ensemble, il manquait au moins une"
                        + " place. Elle a été donnée à une demande avant vous.");
    }

    /** Whoever waited in a run. */
    private Request waiting(Applicant... persons) {
        var request = world.register(persons);
        world.drawAndRun();
        return request;
    }

    /** Makes the last run one with these before a request that gets nothing. */
    private void run(List<Turn> before, Turn refused) {
        var line = new ArrayList<>(before);
        line.add(refused);
        var input = new Input(STOCK, Quotas.none(STOCK), line);
        world.jdbc()
                .sql("""
                        with run as (
                            update allotment_run
                            set salt = sha256(?::bytea)
                            where pool = 'famille'
                                and run = (select max(run) from allotment_run where pool = 'famille')
                            returning authority_id, pool, due_at)
                        update run_text
                        set text = case kind when 'INPUT' then ? else ? end
                        from run
                        where run_text.authority_id = run.authority_id and run_text.pool = run.pool
                            and run_text.due_at = run.due_at""")
                .params(
                        input.hash().hex(),
                        input.text(),
                        TieredDictatorship.allot(input).text())
                .update();
    }

    private static List<Turn> everywhere(int count) {
        var anything = STOCK.anything();
        return IntStream.range(0, count)
                .mapToObj(it -> new Turn("before-" + it, 1, Together.SAME_DAY, 0, anything, anything))
                .toList();
    }

    /** In this centre, or in any. */
    private static Turn turn(Request request, Together together, String centre, Predicate<Moment> when) {
        var wish = STOCK.wish((String it) -> centre.isEmpty() || it.equals(centre), when);
        return new Turn(request.label().hex(), request.persons(), together, 0, wish, wish);
    }

    private static Place place(long id, String centre, int counter, Instant start) {
        var day = start.atZone(ZoneId.of("Europe/Paris")).toLocalDate();
        return new Place(id, centre, counter, start, start.plusSeconds(1800), day);
    }

    /** It holds. */
    private Refusal certificate(Request request) throws FormatException {
        var file = world.visitor()
                .get("/fr/suivi/refus/certificat?k=" + key(request))
                .body();
        var refusal = Refusal.parse(file, STOCK);
        var input = Input.parse(kept("INPUT"));
        assertThat(RefusalCheck.fault(refusal, input, Outcome.parse(kept("OUTCOME"), input)))
                .isEmpty();
        return refusal;
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

    private String page(Request request) {
        return world.visitor().get("/fr/suivi/refus?k=" + key(request)).body();
    }

    private String key(Request request) {
        return world.get(Passes.class).key(World.AUTHORITY, request.id(), Passes.Level.LOOK);
    }
}
