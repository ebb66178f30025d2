package org.guichet.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The vectors of transparency-dev/merkle (testonly/constants.go, Apache-2.0). */
final class MerkleTest {
    static final List<Hash> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(data -> Merkle.leaf(HexFormat.of().parseHex(data)))
            .toList();
    static final List<Hash> ROOTS = Stream.of(
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")
            .map(Hash::of)
            .toList();

    @Test
    void the_leaf_hashes_of_the_vectors_come_out() {
        assertThat(LEAVES)
                .extracting(Hash::hex)
                .containsExactly(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
                        "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658",
                        "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
                        "46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1");
    }

    @Test
    void the_roots_of_the_vectors_come_out_at_every_size() {
        var frontier = new Frontier();
        assertThat(frontier.root()).isEqualTo(ROOTS.getFirst()).isEqualTo(Merkle.EMPTY);
        for (var size = 1; size <= LEAVES.size(); size++) {
            frontier.append(LEAVES.get(size - 1));
            assertThat(frontier.size()).isEqualTo(size);
            assertThat(frontier.root()).isEqualTo(ROOTS.get(size));
            assertThat(Merkle.root(LEAVES.subList(0, size))).isEqualTo(ROOTS.get(size));
            assertThat(Nodes.of(LEAVES).root(0, size)).isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void a_root_over_many_leaves_is_the_same_whatever_the_number_of_processors() {
        for (var count : List.of(0, 1, 1023, 1024, 1025, 5000)) {
            var frontier = new Frontier();
            for (var i = 0; i < count; i++) {
                frontier.append(Merkle.leaf(data(i)));
            }
            assertThat(Merkle.root(count, MerkleTest::data)).isEqualTo(frontier.root());
        }
    }

    @Test
    void a_frontier_goes_on_where_its_peaks_were_kept() {
        var whole = new Frontier();
        var kept = new Frontier();
        for (var i = 0; i < 100; i++) {
            whole.append(Merkle.leaf(data(i)));
            kept = Frontier.of(kept.size(), kept.peaks());
            kept.append(Merkle.leaf(data(i)));
            assertThat(kept.root()).isEqualTo(whole.root());
        }
    }

    @Test
    void a_frontier_with_another_number_of_peaks_than_its_size_has_is_refused() {
        assertThatThrownBy(() -> Frontier.of(3, List.of(Merkle.EMPTY))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Frontier.of(-1, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_frontier_tells_every_subtree_when_it_becomes_complete() {
        var frontier = new Frontier();
        var told = new ArrayList<String>();
        for (var leaf : LEAVES.subList(0, 4)) {
            frontier.append(
                    leaf,
                    (level, root) ->
                            told.add(level + " " + root.equals(Nodes.of(LEAVES).at(level, 0))));
        }
        assertThat(told).containsExactly("0 true", "0 false", "1 true", "0 false", "0 false", "1 false", "2 true");
    }

    @Test
    void a_hash_is_32_bytes_and_equal_to_the_same_bytes() {
        assertThat(Hash.of(ROOTS.get(3).bytes())).isEqualTo(ROOTS.get(3)).hasSameHashCodeAs(ROOTS.get(3));
        assertThat(Hash.of(ROOTS.get(3).hex())).isEqualTo(ROOTS.get(3)).isNotEqualTo(ROOTS.get(4));
        assertThat(Hash.of("ff".repeat(32))).isGreaterThan(Hash.of("7f".repeat(32)));
        assertThatThrownBy(() -> Hash.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Hash.of("FF".repeat(32))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_bytes_of_a_hash_cannot_be_changed_from_outside() {
        var bytes = new byte[Hash.LENGTH];
        var hash = Hash.of(bytes);
        bytes[0] = 1;
        hash.bytes()[1] = 1;
        assertThat(hash.hex()).isEqualTo("00".repeat(Hash.LENGTH));
    }

    private static byte[] data(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }
}
