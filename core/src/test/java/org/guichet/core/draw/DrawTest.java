package org.guichet.core.draw;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;
import org.junit.jupiter.api.Test;

final class DrawTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] SEAL = "example cohort-close leaf".getBytes(US_ASCII);
    private static final byte[] QUICKNET_1000 =
            HEX.parseHex("fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd");

    @Test
    void the_worked_example_of_draft_thomson_elegy_vrs_comes_out() {
        var key = Draw.key(
                HEX.parseHex("5346f2efb5397a6788fc1f1d9c05c6d3f2abe9b7d16d8592a3695b6dbe9f2456"),
                "1.2.3.4.5.6./1.2.3.4.5.6./1.2.3.4.5.6./".getBytes(US_ASCII));
        assertThat(Stream.of("lavenderblush", "blue", "darkgoldenrod", "mediumvioletred", "bisque")
                        .map(option -> position(key, option)))
                .containsExactly(
                        "002ed527ae0a44a86c205d1cdba61826951a2ffb53c13729c3762eea04e21676",
                        "03f710be2b61a6f9c3f89aa5ab553b81abb5fc9817865ac29b5b62dcfbaf431f",
                        "08bab81380d7f0769cecf9969a8d9c04ad9156dfe03a6d6d0ed777734620d0e5",
                        "0c26494fa81f3aed8a9f66e77b73a1a9a2881762dee2e7f24858bfa8d78a5c4d",
                        "0e1af5d1ccfd44de075cc0bb6d5050d1c0d6bcf0a32fd51ce9406726ae4a90c2");
    }

    @Test
    void the_one_time_code_of_the_draft_is_its_secret_hashed_nine_times() {
        var hash = Hash.sha256("totally not a bikeshed".getBytes(US_ASCII));
        for (var times = 2; times <= 9; times++) {
            hash = Hash.sha256(hash.bytes());
        }
        assertThat(hash.hex()).isEqualTo("5346f2efb5397a6788fc1f1d9c05c6d3f2abe9b7d16d8592a3695b6dbe9f2456");
        assertThat(Hash.sha256(hash.bytes()).hex())
                .isEqualTo("950ea08d8d5fd3ae415b9967aba7a48aba39ca62a4d98f2e7fe25cb1b8f8c488");
    }

    @Test
    void the_worked_example_of_our_specification_comes_out() {
        var salt = Hash.sha256(SEAL);
        assertThat(salt.hex()).isEqualTo("a6a9e880ceecc22aa7c04f11d1ae5bb0e2491fedf7815b27d3fedce30def3fde");
        var key = Draw.key(salt.bytes(), QUICKNET_1000);
        assertThat(HEX.formatHex(key)).isEqualTo("2cabe64b3d83b5fd196a7aa4b058d6632d47763c7c34772e06957c8ae38e8f03");
        assertThat(Stream.of("req-0001", "req-0004", "req-0003", "req-0002").map(label -> position(key, label)))
                .isSorted()
                .containsExactly(
                        "452f8b565368a8fff1e1690fdba661272349902d753ad9f5170e7e156f4c6157",
                        "90ec850b665e77260f8f10da3634ce80f3f511c92c456f32c83383a0f532eb68",
                        "9b4e29e81ca228ef9a8e8a880016bac1508d0c30796da3e961b5da89f442516e",
                        "e0f601ff8f53bfd701000ae274d69abd521a68e443ba6dfaf5c4c81db1974054");
    }

    @Test
    void each_position_is_the_hkdf_of_the_jdk_and_positions_ascend() throws GeneralSecurityException {
        var hkdf = KDF.getInstance("HKDF-SHA256");
        var lots = Draw.order(SEAL, QUICKNET_1000, labels(5000));
        assertThat(lots).hasSize(5000).extracting(Lot::position).isSorted();
        for (var lot : lots.subList(0, 100)) {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addSalt(Hash.sha256(SEAL).bytes())
                    .addIKM(QUICKNET_1000)
                    .thenExpand(lot.label().hex().getBytes(US_ASCII), 32);
            assertThat(lot.position()).isEqualTo(Hash.of(hkdf.deriveData(parameters)));
        }
    }

    @Test
    void the_order_of_asking_does_not_matter() {
        var labels = new ArrayList<>(labels(300));
        var order = Draw.order(SEAL, QUICKNET_1000, labels);
        Collections.shuffle(labels, new Random(42));
        assertThat(Draw.order(SEAL, QUICKNET_1000, labels)).isEqualTo(order);
    }

    @Test
    void a_packed_list_is_drawn_like_any_other() {
        var packed = new LabelList();
        packed.addAll(labels(3000));
        assertThat(packed).isEqualTo(labels(3000));
        assertThat(Draw.order(SEAL, QUICKNET_1000, packed)).isEqualTo(Draw.order(SEAL, QUICKNET_1000, labels(3000)));
    }

    @Test
    void an_order_does_not_change_with_the_list_it_was_drawn_from() {
        var labels = new ArrayList<>(labels(10));
        var order = Draw.order(SEAL, QUICKNET_1000, labels);
        labels.clear();
        assertThat(order).isEqualTo(Draw.order(SEAL, QUICKNET_1000, labels(10)));
    }

    @Test
    void one_request_less_does_not_reshuffle_the_others() {
        var labels = labels(50);
        var without = new ArrayList<>(Draw.order(SEAL, QUICKNET_1000, labels));
        without.removeIf(lot -> lot.label().equals(labels.get(7)));
        var fewer = new ArrayList<>(labels);
        fewer.remove(7);
        assertThat(Draw.order(SEAL, QUICKNET_1000, fewer)).isEqualTo(without);
    }

    @Test
    void a_label_that_takes_part_twice_is_refused() {
        var labels = new ArrayList<>(labels(1000));
        labels.add(labels.get(500));
        assertThatThrownBy(() -> Draw.order(SEAL, QUICKNET_1000, labels))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("once");
    }

    @Test
    void a_seal_does_not_depend_on_who_asked_first_and_is_the_tree_over_the_ascending_labels() {
        var labels = new ArrayList<>(labels(3000));
        var leaves =
                labels.stream().sorted().map(label -> Merkle.leaf(label.text())).toList();
        Collections.shuffle(labels, new Random(42));
        assertThat(SealedList.of(labels)).isEqualTo(new SealedList(3000, Merkle.root(leaves)));
        assertThat(SealedList.of(new HashSet<>(labels))).isEqualTo(SealedList.of(labels));
        assertThat(SealedList.of(List.of())).isEqualTo(new SealedList(0, Merkle.EMPTY));
    }

    @Test
    void a_label_that_stands_in_a_list_twice_is_found_and_not_sealed() {
        var labels = new ArrayList<>(labels(3000));
        assertThat(SealedList.twin(labels)).isEmpty();
        labels.add(labels.get(17));
        assertThat(SealedList.twin(labels)).contains(labels.get(17));
        assertThatThrownBy(() -> SealedList.of(labels)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_order_is_published_as_the_tree_over_the_labels_as_drawn() {
        var order = Draw.order(SEAL, QUICKNET_1000, labels(3000));
        var leaves = order.stream().map(lot -> Merkle.leaf(lot.label().text())).toList();
        assertThat(Draw.root(order)).isEqualTo(Merkle.root(leaves));
        assertThat(Draw.root(order.reversed())).isNotEqualTo(Draw.root(order));
    }

    @Test
    void an_empty_draw_has_no_lots_and_a_draw_of_one_has_one() {
        assertThat(Draw.order(SEAL, QUICKNET_1000, List.of())).isEmpty();
        assertThat(Draw.order(SEAL, QUICKNET_1000, labels(1))).hasSize(1);
    }

    @Test
    void randomness_of_another_length_is_refused() {
        assertThatThrownBy(() -> Draw.order(SEAL, new byte[31], labels(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_label_is_64_lower_case_hexadecimal_digits() {
        assertThat(new Label("0".repeat(64)).text()).hasSize(64);
        for (var wrong : List.of("", "0".repeat(63), "0".repeat(65), "A".repeat(64), "g".repeat(64))) {
            assertThatThrownBy(() -> new Label(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String position(byte[] key, String label) {
        return Draw.position(key, label.getBytes(US_ASCII)).hex();
    }

    private static List<Label> labels(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Label(
                        Hash.sha256(("request " + i).getBytes(US_ASCII)).hex()))
                .toList();
    }
}
