package org.guichet.app.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.guichet.app.Visitor;
import org.guichet.app.World;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Withdraw;
import org.guichet.app.draw.Ranks;
import org.guichet.app.registration.ChangeRequest;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seven in line for four places on Thursday and two on Friday: who cannot come on Thursday says so once. */
final class NotThatDayTest {
    private static final LocalDate THURSDAY = LocalDate.parse("2021-04-22");
    private static final List<Wishes.Days> THAT_DAY = List.of(new Wishes.Days(THURSDAY, THURSDAY));

    private World world;
    private Visitor visitor;
    private List<Request> line;
    private Request request;
    private Offer given;

    @BeforeEach
    void begin() {
        world = World.fresh();
        visitor = world.visitor();
        line = IntStream.range(0, 7)
                .mapToObj(i -> world.register(World.somebody(i)))
                .toList();
        world.drawAndRun();
        request = holders(THURSDAY).getFirst();
        given = world.offer(request).orElseThrow();
    }

    @Test
    void whoever_cannot_come_that_day_is_offered_no_other_time_of_it() {
        var rank = rank();
        accept();
        var done = cancel(Map.of("jour", "impossible"));
        assertThat(visitor.get(done.location()).body())
                .contains("Vos changements sont enregistrés. Votre rang ne change pas.");
        assertThat(world.reload(request).wishes().impossible()).isEqualTo(THAT_DAY);
        assertThat(rank()).isEqualTo(rank);
        assertThat(preferences()).isEqualTo(1);
        free(THURSDAY);
        assertThat(world.offer(request)).isEmpty();
        free(THURSDAY.plusDays(1));
        assertThat(world.offer(request)).map(this::day).contains(THURSDAY.plusDays(1));
    }

    @Test
    void whoever_does_not_say_so_may_come_at_another_time_of_that_day() {
        accept();
        assertThat(cancel(Map.of()).location()).startsWith("/fr/suivi?k=");
        assertThat(preferences()).isZero();
        free(THURSDAY);
        assertThat(world.offer(request)).map(this::day).contains(THURSDAY);
    }

    @Test
    void an_offer_is_refused_with_its_whole_day_too() {
        assertThat(page("/fr/proposition")).contains("Non, je ne peux pas venir ce jour-là");
        assertThat(answer(given, "non-ce-jour").location()).startsWith("/fr/suivi?change=1&k=");
        assertThat(world.offer(request)).isEmpty();
        assertThat(world.reload(request).wishes().impossible()).isEqualTo(THAT_DAY);
        answer(given, "non-ce-jour");
        assertThat(preferences()).as("again changes nothing").isEqualTo(1);
        free(THURSDAY);
        assertThat(world.offer(request)).isEmpty();
    }

    @Test
    void whoever_has_no_room_for_another_day_reads_so_and_nothing_is_given_up() {
        fill();
        assertThat(page("/fr/proposition"))
                .contains("Vous avez déjà 5 périodes impossibles.", "/fr/suivi/preferences?k=")
                .doesNotContain("non-ce-jour");
        answer(given, "non-ce-jour");
        assertThat(world.offer(request)).map(Offer::state).contains(Offer.State.OPEN);
        accept();
        assertThat(page("/fr/rendez-vous/annulation"))
                .contains("Vous avez déjà 5 périodes impossibles.")
                .doesNotContain("name=\"jour\"");
        assertThat(cancel(Map.of("jour", "impossible")).location()).startsWith("/fr/rendez-vous/annulation?k=");
        assertThat(world.offer(request)).map(Offer::state).contains(Offer.State.ACCEPTED);
        cancel(Map.of());
        assertThat(world.offer(request)).isEmpty();
    }

    @Test
    void it_is_asked_in_every_language() {
        accept();
        assertThat(page("/fr/rendez-vous/annulation"))
                .contains("type=\"checkbox\" name=\"jour\"", "Je ne peux pas venir du tout ce jour-là");
        assertThat(page("/en/rendez-vous/annulation")).contains("I cannot come at all that day");
        assertThat(page("/ar/rendez-vous/annulation")).contains("لا أستطيع الحضور إطلاقا في ذلك اليوم");
    }

    /** Five ranges, none of them near the day. */
    private void fill() {
        var five = IntStream.range(0, 5)
                .mapToObj(i -> THURSDAY.plusDays(10 + 3 * i))
                .map(it -> new Wishes.Days(it, it))
                .toList();
        world.get(ChangeRequest.class)
                .wishes(
                        World.AUTHORITY,
                        request.id(),
                        Together.SIMULTANEOUS,
                        new Wishes(List.of(), Moments.ALL, List.of(), Moments.ALL, five));
    }

    private void accept() {
        answer(given, "oui");
    }

    private Visitor.Page answer(Offer offer, String said) {
        return visitor.post("/fr/proposition/" + offer.id() + "/reponse?k=" + key(), Map.of("reponse", said));
    }

    private Visitor.Page cancel(Map<String, String> fields) {
        return visitor.post("/fr/rendez-vous/annulation?k=" + key(), fields);
    }

    /** Frees what somebody else holds that day at a time that the request did not give up; nobody else waits for it. */
    private void free(LocalDate day) {
        var other = holders(day).stream()
                .filter(it -> !world.offer(it).orElseThrow().startsAt().equals(given.startsAt()))
                .findFirst()
                .orElseThrow();
        world.get(Withdraw.class).withdraw(World.AUTHORITY, other.id());
    }

    private List<Request> holders(LocalDate day) {
        return line.stream()
                .filter(it -> world.offer(it).map(this::day).filter(day::equals).isPresent())
                .toList();
    }

    private LocalDate day(Offer offer) {
        return LocalDate.ofInstant(offer.startsAt(), ZoneId.of("Europe/Paris"));
    }

    private int preferences() {
        return world.count("commitment where payload like '%impossible %'");
    }

    private Ranks.Rank rank() {
        return world.get(Ranks.class).of(World.AUTHORITY, request.id()).orElseThrow();
    }

    private String page(String path) {
        return visitor.get(path + "?k=" + key()).body();
    }

    private String key() {
        return world.get(Passes.class).key(World.AUTHORITY, request.id(), Passes.Level.LINK);
    }
}
