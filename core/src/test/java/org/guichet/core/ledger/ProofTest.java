package org.guichet.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.core.ledger.MerkleTest.LEAVES;
import static org.guichet.core.ledger.MerkleTest.ROOTS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ProofTest {
    private static final int SIZE = 40;
    private static final List<Hash> MANY = IntStream.range(0, SIZE)
            .mapToObj(i -> Merkle.leaf(new byte[] {(byte) i}))
            .toList();
    private static final Nodes NODES = Nodes.of(MANY);

    @Test
    void the_inclusion_proofs_of_the_vectors_come_out() {
        assertThat(inclusion(0, 8))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(inclusion(5, 8))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(inclusion(2, 3)).containsExactly("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        assertThat(inclusion(1, 5))
                .containsExactly(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
    }

    @Test
    void the_consistency_proofs_of_the_vectors_come_out() {
        assertThat(consistency(1, 8))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(consistency(6, 8))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(consistency(2, 5))
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
        assertThat(consistency(6, 7))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void every_leaf_of_every_small_tree_has_a_proof_and_no_altered_proof_holds() {
        for (var size = 1; size <= SIZE; size++) {
            var root = Merkle.root(MANY.subList(0, size));
            for (var index = 0; index < size; index++) {
                var proof = Inclusion.prove(index, size, NODES);
                var leaf = MANY.get(index);
                assertThat(proof.holds(leaf, root)).isTrue();
                assertThat(proof.holds(Merkle.EMPTY, root)).isFalse();
                assertThat(proof.holds(leaf, Merkle.EMPTY)).isFalse();
                assertThat(new Inclusion((index + 1) % size, size, proof.path()).holds(leaf, root))
                        .isEqualTo(size == 1);
                var at = index;
                var of = size;
                refutesEveryAlteration(proof.path(), path -> new Inclusion(at, of, path).holds(leaf, root));
            }
        }
    }

    @Test
    void every_growth_of_a_small_tree_has_a_proof_and_no_altered_proof_holds() {
        for (var to = 0; to <= SIZE; to++) {
            var after = Merkle.root(MANY.subList(0, to));
            for (var from = 0; from <= to; from++) {
                var before = Merkle.root(MANY.subList(0, from));
                var proof = Consistency.prove(from, to, NODES);
                assertThat(proof.holds(before, after)).isTrue();
                assertThat(proof.holds(MANY.get(1), after)).isFalse();
                assertThat(proof.holds(before, MANY.get(1))).isEqualTo(from == 0 && to > 0);
                var smaller = from;
                var larger = to;
                refutesEveryAlteration(
                        proof.path(), path -> new Consistency(smaller, larger, path).holds(before, after));
            }
        }
    }

    @Test
    void the_steps_of_a_path_lead_to_the_root_by_hand() {
        for (var index = 0; index < 7; index++) {
            var hash = LEAVES.get(index);
            for (var step : Inclusion.prove(index, 7, Nodes.of(LEAVES)).steps()) {
                var sibling = Hash.of(step.substring(step.indexOf(' ') + 1));
                hash = step.startsWith("left ") ? Merkle.node(sibling, hash) : Merkle.node(hash, sibling);
            }
            assertThat(hash).isEqualTo(ROOTS.get(7));
        }
    }

    @Test
    void a_proof_for_another_size_does_not_hold() {
        var proof = Inclusion.prove(3, 8, Nodes.of(LEAVES));
        assertThat(new Inclusion(3, 9, proof.path()).holds(LEAVES.get(3), ROOTS.get(8)))
                .isFalse();
        assertThat(new Inclusion(3, 4, proof.path()).holds(LEAVES.get(3), ROOTS.get(8)))
                .isFalse();
        assertThat(new Inclusion(3, Merkle.SIZE_MAX, proof.path()).holds(LEAVES.get(3), ROOTS.get(8)))
                .isFalse();
    }

    @Test
    void an_index_beyond_the_tree_is_no_proof() {
        assertThatThrownBy(() -> new Inclusion(8, 8, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Inclusion(-1, 8, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Consistency(9, 8, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refutesEveryAlteration(List<Hash> path, Predicate<List<Hash>> holds) {
        var longer = new ArrayList<>(path);
        longer.add(MANY.getFirst());
        assertThat(holds.test(longer)).isFalse();
        for (var i = 0; i < path.size(); i++) {
            var shorter = new ArrayList<>(path);
            shorter.remove(i);
            assertThat(holds.test(shorter)).isFalse();
            var changed = new ArrayList<>(path);
            changed.set(i, Merkle.node(path.get(i), path.get(i)));
            assertThat(holds.test(changed)).isFalse();
        }
    }

    private static Stream<String> inclusion(long index, long size) {
        return Inclusion.prove(index, size, Nodes.of(LEAVES)).path().stream().map(Hash::hex);
    }

    private static Stream<String> consistency(long from, long to) {
        return Consistency.prove(from, to, Nodes.of(LEAVES)).path().stream().map(Hash::hex);
    }
}
