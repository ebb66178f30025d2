package org.guichet.app.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.guichet.app.Visitor;
import org.guichet.app.World;
import org.guichet.app.appointment.VoidDraw;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.guichet.core.draw.Draw;
import org.guichet.core.draw.Lot;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of a draw: one that is too large to be made for everybody who asks. */
@Timeout(60)
final class OrderPagesTest {
    private static final int COUNT = 2 * Limits.LOTS_IN_PART + 88;
    private static final String FOLDER = "/fr/tirages/famille/1/";

    private static final String LOTS = """
            insert into lot
            select authority_id, pool, window_no, n,
                encode(sha256(n::text::bytea), 'hex'), encode(sha256(('lot ' || n)::bytea), 'hex')
            from draw, generate_series(2, ?) n
            where pool = 'famille'""";

    private World world;
    private Visitor visitor;

    @BeforeEach
    void begin() {
        world = World.fresh();
        visitor = world.visitor();
        world.register(World.AMINATA);
        world.goTo("2021-04-12T00:00:01");
        world.goTo("2021-04-12T12:00:01");
        // As if so many had asked.
        world.jdbc().sql(LOTS).param(COUNT).update();
        world.jdbc()
                .sql("update draw set request_count = ? where pool = 'famille'")
                .param(COUNT)
                .update();
    }

    @Test
    void the_whole_order_is_sent_first_to_last() {
        var lines = visitor.get(FOLDER + "ordre.csv").body().lines().toList();
        assertThat(lines).hasSize(COUNT + 1).startsWith("rang,code,lot");
        var rank = 1;
        for (var lot : order()) {
            assertThat(lines.get(rank))
                    .isEqualTo(rank + "," + lot.label().hex() + ","
                            + lot.position().hex());
            rank++;
        }
    }

    @Test
    void an_order_is_read_a_few_lots_at_a_time() {
        var sizes = new ArrayList<Integer>();
        world.get(OrderParts.class).each(World.AUTHORITY, drawing(), lots -> sizes.add(lots.size()));
        assertThat(sizes).containsExactly(Limits.LOTS_IN_PART, Limits.LOTS_IN_PART, 88);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, Limits.LOTS_IN_PART, Limits.LOTS_IN_PART + 1, 2 * Limits.LOTS_IN_PART + 1, COUNT})
    void a_proof_leads_from_any_part_to_the_root_of_the_whole(int position) {
        var order = order();
        var label = order.get(position - 1).label();
        var lines = visitor.get(place(order.get(position - 1))).body().lines().toList();
        assertThat(lines)
                .startsWith(
                        "code " + label.hex(),
                        "rang " + position,
                        "sur " + COUNT,
                        "ordre " + Draw.root(order).hex());
        var hash = Merkle.leaf(label.text());
        for (var line : lines.subList(4, lines.size())) {
            var sibling = Hash.of(line.substring(line.indexOf(' ') + 1));
            hash = line.startsWith("left ") ? Merkle.node(sibling, hash) : Merkle.node(hash, sibling);
        }
        assertThat(hash).isEqualTo(Draw.root(order));
    }

    @Test
    void whoever_has_a_file_already_is_told_so_before_any_lot_is_read() {
        for (var address : List.of(FOLDER + "ordre.csv", place(order().get(300)))) {
            var first = visitor.get(address);
            assertThat(first.response().headers().firstValue("Cache-Control").orElse(""))
                    .contains("max-age=60", "public");
            world.get(Transactions.class).run(_ -> {
                world.jdbc().sql("lock table lot in access exclusive mode").update();
                var again = again(address, tag(first));
                assertThat(again.status()).as(address).isEqualTo(304);
                assertThat(tag(again)).isEqualTo(tag(first));
            });
        }
    }

    @Test
    void another_proof_is_made_from_one_part() {
        var order = order();
        visitor.get(place(order.getFirst()));
        // Nobody reads what is far from the label that is asked for.
        world.jdbc()
                .sql("update lot set label = repeat('0', 64) where position = 1")
                .update();
        assertThat(visitor.get(place(order.getLast())).body())
                .contains("ordre " + Draw.root(order).hex());
    }

    @Test
    void what_somebody_edited_by_hand_is_read_again() {
        visitor.get(place(order().getFirst()));
        world.jdbc()
                .sql("update lot set label = repeat('0', 64) where position = 1")
                .update();
        var order = order();
        assertThat(visitor.get(place(order.get(1))).status()).isEqualTo(404);
        assertThat(visitor.get(place(order.get(1))).body())
                .contains("ordre " + Draw.root(order).hex());
    }

    @Test
    void a_void_draw_has_no_order_and_another_tag() {
        var tag = tag(visitor.get(FOLDER + "ordre.csv"));
        assertThat(again(FOLDER + "ordre.csv", tag).status()).isEqualTo(304);
        world.get(VoidDraw.class)
                .voidDraw(World.AUTHORITY, new Catalogue.Voiding(World.POOL, 1, "La liste était incomplète."));
        var after = again(FOLDER + "ordre.csv", tag);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body()).isEqualTo("rang,code,lot\n");
    }

    @Test
    void an_order_that_breaks_off_is_not_taken_for_the_whole() {
        world.jdbc().sql("delete from lot where position = ?").param(COUNT - 1).update();
        assertThatThrownBy(() -> visitor.get(FOLDER + "ordre.csv")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void whoever_comes_while_many_read_is_asked_to_come_again() throws IOException {
        var refused = whileSoManyRead(Limits.ORDERS_SENT_AT_ONCE_MAX);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.response().headers().firstValueAsLong("Retry-After"))
                .hasValue(Limits.COME_AGAIN.toSeconds());
        assertThat(refused.body()).contains("<html lang=\"fr\"", "Ouvrez cette page encore dans une minute");
        assertThat(refused.response().headers().firstValue("ETag")).isEmpty();
        assertThat(visitor.get(FOLDER + "ordre.csv").status()).isEqualTo(200);
    }

    private Visitor.Page whileSoManyRead(int count) throws IOException {
        if (count == 0) {
            return visitor.get(FOLDER + "ordre.csv");
        }
        var inside = new ArrayList<Visitor.Page>();
        world.get(SendOrder.class).send(World.AUTHORITY, drawing(), () -> {
            inside.add(whileSoManyRead(count - 1));
            return OutputStream.nullOutputStream();
        });
        return inside.getFirst();
    }

    private Visitor.Page again(String address, String tag) {
        return visitor.send(HttpRequest.newBuilder(visitor.address(address)).header("If-None-Match", tag));
    }

    private static String tag(Visitor.Page page) {
        return page.response().headers().firstValue("ETag").orElseThrow();
    }

    private static String place(Lot lot) {
        return FOLDER + "place.txt?code=" + lot.label().hex();
    }

    private List<Lot> order() {
        var lots = new ArrayList<Lot>();
        world.get(Drawings.class).eachLot(World.AUTHORITY, drawing(), lots::add);
        return lots;
    }

    private Drawing drawing() {
        return world.get(Drawings.class).find(World.AUTHORITY, World.POOL, 1).orElseThrow();
    }
}
