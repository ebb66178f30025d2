package org.guichet.app.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.app.World;
import org.guichet.app.draw.SealList;
import org.guichet.app.platform.Pool;
import org.guichet.app.registration.WriteRequests.Written;
import org.guichet.app.window.Window;
import org.guichet.app.window.Windows;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

/** Requests written together become what they would have become one after the other. */
final class WriteRequestsTest {
    private static final Pool POOL = new Pool(World.AUTHORITY, World.POOL);

    private World world;

    @BeforeEach
    void begin() {
        world = World.fresh();
    }

    @Test
    void the_same_form_twice_is_one_request_with_one_number() {
        var form = World.application(World.AMINA, World.KARIM);
        var written = write(form, World.application(World.LAN), form);
        assertThat(written)
                .hasExactlyElementsOfTypes(Written.Recorded.class, Written.Recorded.class, Written.SentBefore.class);
        assertThat(number(written.getFirst())).isEqualTo(number(written.getLast()));
        assertThat(world.count("request")).isEqualTo(2);
        assertThat(world.count("person")).isEqualTo(3);
        assertThat(world.count("standing")).isEqualTo(3);
        assertThat(world.count("notice")).isEqualTo(2);
        assertThat(requestLeaves()).isEqualTo(2);
    }

    @Test
    void two_forms_of_one_person_are_two_numbers_and_one_of_them_stands() {
        var written = write(World.application(World.AMINATA), World.application(World.AMINATA));
        world.jobs();
        assertThat(number(written.getFirst())).isNotEqualTo(number(written.getLast()));
        assertThat(written.stream().map(this::reload))
                .extracting(Request::joined)
                .containsExactly(false, true);
        assertThat(world.letters().to("aminata@example.org"))
                .extracting(it -> it.subject().replaceAll("\\d{4}", "…"))
                .filteredOn(it -> it.contains("deuxième"))
                .hasSize(1);
    }

    @Test
    void a_group_that_may_not_stand_leaves_the_line_to_those_who_come_after_it() {
        var first = world.register(World.AMINA);
        var written = write(
                World.application(World.AMINA, World.KARIM),
                World.application(World.KARIM, World.LAN),
                World.application(World.LAN),
                World.application(World.AMINATA));
        assertThat(written.stream().map(this::reload))
                .extracting(Request::joined)
                .containsExactly(true, false, true, false);
        assertThat(earlier(written.get(0))).containsExactly(first.number().digits());
        assertThat(earlier(written.get(2))).containsExactly(number(written.get(1)));
        assertThat(standing(written.get(1))).isEqualTo(2);
        assertThat(world.count("standing")).isEqualTo(4);
    }

    @Test
    void nobody_stands_for_a_group_that_may_not() {
        world.register(World.AMINA);
        write(World.application(World.AMINA, World.KARIM));
        assertThat(world.count("standing")).isEqualTo(1);
    }

    @Test
    void a_number_that_is_taken_keeps_out_all_and_alone_it_is_drawn_anew() {
        var first = world.register(World.AMINA);
        var taken = withNumber(draft(World.application(World.KARIM)), first.number());
        var both = List.of(draft(World.application(World.LAN)), taken);
        var write = world.get(WriteRequests.class);
        assertThatThrownBy(() -> write.write(POOL, both)).isInstanceOf(DuplicateKeyException.class);
        assertThat(world.count("request")).isEqualTo(1);
        assertThat(both.stream().flatMap(it -> write.write(POOL, List.of(it)).stream()))
                .hasExactlyElementsOfTypes(Written.Recorded.class, Written.DraftAnew.class);
        assertThat(world.count("request")).isEqualTo(2);
        assertThat(world.count("person")).isEqualTo(2);
    }

    @Test
    void a_sealed_window_takes_none_of_them() {
        var draft = draft(World.application(World.AMINATA));
        world.get(SealList.class).seal(World.AUTHORITY, window());
        assertThat(world.get(WriteRequests.class).write(POOL, List.of(draft)))
                .containsExactly(new Written.DraftAnew(window().closesAt()));
        assertThat(world.count("request")).isZero();
    }

    @Test
    void one_bad_row_and_none_is_written() {
        var bad = new Wishes(List.of("\0"), Moments.ALL, List.of(), Moments.ALL, List.of());
        var together = Stream.of(World.application(World.AMINATA), World.application(bad, Together.SAME_DAY, World.LAN))
                .map(this::draft)
                .toList();
        assertThatThrownBy(() -> world.get(WriteRequests.class).write(POOL, together))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(world.count("request")).isZero();
        assertThat(requestLeaves()).isZero();
    }

    @Test
    void what_suits_a_request_comes_back_as_it_was_wished() {
        var days = new Wishes.Days(LocalDate.of(2021, 4, 2), LocalDate.of(2021, 4, 30));
        var wishes = new Wishes(
                List.of("a \"b\" \\ c", "{d,e}"), Moments.half(true), List.of("a"), Moments.half(false), List.of(days));
        var written = write(World.application(wishes, Together.SAME_DAY, World.LAN));
        assertThat(reload(written.getFirst()).wishes()).isEqualTo(wishes);
    }

    private List<Written> write(Application... forms) {
        return world.get(WriteRequests.class)
                .write(POOL, Stream.of(forms).map(this::draft).toList());
    }

    private Draft draft(Application form) {
        return world.get(Drafts.class).draft(World.AUTHORITY, form, window(), World.START);
    }

    private Window window() {
        return world.get(Windows.class).openAt(World.AUTHORITY, World.POOL, World.START);
    }

    private static Draft withNumber(Draft draft, RequestNumber number) {
        var it = draft.request();
        var request = new Request(
                it.id(),
                it.pool(),
                it.window(),
                number,
                it.label(),
                it.registeredAt(),
                it.language(),
                it.persons(),
                it.together(),
                it.wishes(),
                it.joined(),
                it.atDesk(),
                it.ended(),
                it.reachChangedAt());
        return new Draft(
                request,
                draft.window(),
                draft.submission(),
                draft.salt(),
                draft.personKeys(),
                draft.applicants(),
                draft.reach(),
                draft.letters());
    }

    private static Request request(Written written) {
        return switch (written) {
            case Written.Recorded(var request) -> request;
            case Written.SentBefore(var earlier) -> earlier;
            case Written.DraftAnew _ -> throw new AssertionError("Not written");
        };
    }

    private static String number(Written written) {
        return request(written).number().digits();
    }

    private Request reload(Written written) {
        return world.reload(request(written));
    }

    private List<String> earlier(Written written) {
        return world.jdbc()
                .sql("select number from joining j join request r on r.request_id = earlier_id where j.request_id = ?")
                .params(request(written).id().value())
                .query((row, _) -> row.getString("number"))
                .list();
    }

    private int standing(Written written) {
        return world.jdbc()
                .sql("select count(*) from standing where request_id = ?")
                .params(request(written).id().value())
                .query(Integer.class)
                .single();
    }

    private int requestLeaves() {
        return world.jdbc()
                .sql("select count(*) from leaf where body like 'guichet.org/request@v1%'")
                .query(Integer.class)
                .single();
    }
}
