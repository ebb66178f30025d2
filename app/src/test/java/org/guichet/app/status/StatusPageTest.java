package org.guichet.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.app.Visitor;
import org.guichet.app.World;
import org.guichet.app.appointment.AnswerOffer;
import org.guichet.app.appointment.Attendance;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.draw.Ranks;
import org.guichet.app.forecast.Told;
import org.guichet.app.page.Language;
import org.guichet.app.page.Messages;
import org.guichet.app.page.View;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.Test;

final class StatusPageTest {
    private static final String NEVER = "aucune place ne peut vous convenir";

    private final World world = World.fresh();
    private final Visitor visitor = world.visitor();

    @Test
    void a_request_that_the_rules_cannot_serve_any_more_is_told_and_can_be_mended() {
        var request = world.register(
                World.application(Wishes.ANYTHING, Together.SIMULTANEOUS, World.AMINA, World.KARIM, World.LAN));
        world.drawAndRun();
        assertThat(page("/fr/suivi", request)).contains(NEVER, "Au plus 2 guichets ouvrent ensemble");
        assertThat(page("/fr/suivi/refus", request)).contains(NEVER, "Le même jour, c’est possible.");
        assertThat(page("/fr/suivi/preferences", request))
                .contains("Comment venez-vous", "meme-heure\" id=\"ensemble\" checked");
        var again =
                visitor.post("/fr/suivi/preferences?k=" + key(request), Map.of("ensemble", "meme-heure", "ou", "tout"));
        assertThat(visitor.get(again.location().replace("#erreurs", "")).body())
                .contains("Aucun centre ne peut recevoir 3 personnes à la même heure.");
        visitor.post("/fr/suivi/preferences?k=" + key(request), Map.of("ensemble", "meme-jour", "ou", "tout"));
        assertThat(world.reload(request).together()).isEqualTo(Together.SAME_DAY);
        assertThat(page("/fr/suivi", request)).doesNotContain(NEVER);
        assertThat(page("/fr/suivi/refus", request)).doesNotContain(NEVER);
        world.goTo("2021-04-19T16:00:01");
        assertThat(world.offer(request)).isPresent();
    }

    @Test
    void one_person_is_not_asked_how_to_come() {
        var request = world.register(World.AMINATA);
        assertThat(page("/fr/suivi/preferences", request)).doesNotContain("Comment venez-vous");
        assertThat(page("/fr/suivi", request)).doesNotContain(NEVER);
    }

    @Test
    void a_class_that_was_granted_is_shown_and_the_ordinary_one_is_not() {
        var request = world.register(World.AMINATA);
        assertThat(page("/fr/suivi", request)).doesNotContain("Priorité");
        world.jdbc()
                .sql("insert into precedence_claim (authority_id, claim_id, request_id, pool, legal_class, seen_at,"
                        + " seen_by) values (1, gen_random_uuid(), ?, 'famille', 'juge', now(), 'charcot-5')")
                .params(request.id().value())
                .update();
        assertThat(page("/fr/suivi", request)).doesNotContain("Priorité");
        world.jdbc()
                .sql("update precedence_claim set decided_at = now(), decided_by = 'charcot-6', granted = true")
                .update();
        assertThat(page("/fr/suivi", request)).contains("Priorité accordée", "Décision d’un juge", "/fr/priorites");
        assertThat(page("/ar/suivi", request)).contains("قرار قاض");
    }

    @Test
    void whoever_was_missed_sees_the_rank_of_today_and_why_it_is_another_than_drawn() {
        var line = IntStream.range(0, 8)
                .mapToObj(i -> world.register(World.somebody(i)))
                .toList();
        world.drawAndRun();
        var request = line.stream()
                .filter(it -> world.offer(it).isPresent())
                .findFirst()
                .orElseThrow();
        var drawn = world.get(Ranks.class)
                .of(World.AUTHORITY, request.id())
                .orElseThrow()
                .position();
        assertThat(page("/fr/suivi", request)).contains("Rang <b>" + drawn + "</b> sur 8");
        var offer = world.offer(request).orElseThrow();
        world.get(AnswerOffer.class).yes(World.AUTHORITY, offer.id());
        world.clock().set(World.paris("2021-05-27T11:11"));
        world.get(Transactions.class).run(now -> world.get(Attendance.class).absent(World.AUTHORITY, offer.id(), now));
        assertThat(pageWithForecast(request))
                .contains("Rang <b>3</b> aujourd’hui", "2 demandes sont avant vous.")
                .contains("Au tirage, votre rang était " + drawn + " sur 8.", "Nous ne vous avons pas vu le")
                .doesNotContain("</b> sur 8");
        assertThat(page("/ar/suivi", request)).contains("في القرعة، كانت رتبتك");
    }

    @Test
    void a_page_is_named_without_its_forecast_being_made() {
        var request = world.register(World.AMINATA);
        var masthead = world.get(Catalogues.class).masthead(World.AUTHORITY);
        var view = new View(Language.FR, masthead, world.get(Messages.class), "", Optional.empty());
        var glance = world.get(Glances.class).at(World.AUTHORITY, request.id()).orElseThrow();
        var page = world.get(Situations.class).page(view, glance, key(request), false);
        var told = new Told.Known(World.START, 7, 3, () -> {
            throw new AssertionError("made");
        });
        assertThat(told(page, told).inputs())
                .isEqualTo(told(page, told).inputs())
                .isNotEqualTo(told(page, new Told.Known(World.START, 6, 3, told.spans()))
                        .inputs())
                .isNotEqualTo(told(page, new Told.Soon()).inputs());
    }

    private static StatusPage told(StatusPage page, Told told) {
        return new StatusPage(
                page.view(),
                page.glance(),
                page.procedure(),
                page.situation(),
                Optional.of(told),
                page.closed(),
                page.legalClass(),
                page.never(),
                page.next(),
                page.key(),
                page.changed());
    }

    /** Once the line has been read, which nobody waits for. */
    private String pageWithForecast(Request request) {
        return Stream.generate(() -> page("/fr/suivi", request))
                .limit(1_000)
                .filter(it -> it.contains("avant vous"))
                .findFirst()
                .orElseThrow();
    }

    private String page(String path, Request request) {
        return visitor.get(path + "?k=" + key(request)).body();
    }

    private String key(Request request) {
        return world.get(Passes.class).key(World.AUTHORITY, request.id(), Passes.Level.LINK);
    }
}
