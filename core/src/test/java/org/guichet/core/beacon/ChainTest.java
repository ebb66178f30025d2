package org.guichet.core.beacon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;

final class ChainTest {
    private static final Chain QUICKNET = Chain.QUICKNET;

    @Test
    void the_hash_of_quicknet_comes_out_of_its_parts() {
        assertThat(QUICKNET.hash().hex()).isEqualTo("52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971");
    }

    @Test
    void every_part_changes_the_hash() {
        var key = QUICKNET.publicKey();
        assertThat(new Chain("fastnet", key, QUICKNET.period(), QUICKNET.genesis(), QUICKNET.groupHash()).hash())
                .isNotEqualTo(QUICKNET.hash());
        assertThat(new Chain("quicknet", key, Duration.ofSeconds(4), QUICKNET.genesis(), QUICKNET.groupHash()).hash())
                .isNotEqualTo(QUICKNET.hash());
        assertThat(new Chain("quicknet", key, QUICKNET.period(), Instant.EPOCH, QUICKNET.groupHash()).hash())
                .isNotEqualTo(QUICKNET.hash());
        assertThat(new Chain("quicknet", key, QUICKNET.period(), QUICKNET.genesis(), Hash.sha256()).hash())
                .isNotEqualTo(QUICKNET.hash());
    }

    @Test
    void noon_of_22_november_2026_is_round_34181812() {
        var noon = Instant.parse("2026-11-22T12:00:00Z");
        assertThat(QUICKNET.roundAt(noon)).isEqualTo(34_181_812);
        assertThat(QUICKNET.timeOf(34_181_812)).isBeforeOrEqualTo(noon);
        assertThat(QUICKNET.timeOf(34_181_813)).isAfter(noon);
    }

    @Test
    void the_first_round_from_an_instant_is_the_one_at_it_or_the_next() {
        var tenth = QUICKNET.timeOf(10);
        assertThat(QUICKNET.firstRoundFrom(tenth)).isEqualTo(10);
        assertThat(QUICKNET.firstRoundFrom(tenth.plusNanos(1))).isEqualTo(11);
        assertThat(QUICKNET.firstRoundFrom(tenth.minusNanos(1))).isEqualTo(10);
    }

    @Test
    void before_genesis_no_round_is_known_and_the_first_is_to_come() {
        assertThat(QUICKNET.roundAt(QUICKNET.genesis().minusNanos(1))).isZero();
        assertThat(QUICKNET.roundAt(QUICKNET.genesis())).isEqualTo(1);
        assertThat(QUICKNET.firstRoundFrom(Instant.EPOCH)).isEqualTo(1);
        assertThat(QUICKNET.timeOf(1)).isEqualTo(QUICKNET.genesis());
    }

    @Test
    void the_greatest_round_of_the_slowest_chain_still_has_a_time() {
        var slow = new Chain("slow", QUICKNET.publicKey(), Chain.PERIOD_MAX, Instant.EPOCH, Hash.sha256());
        assertThat(slow.timeOf(Chain.ROUND_MAX)).isAfter(Instant.EPOCH);
        assertThatThrownBy(() -> slow.timeOf(Chain.ROUND_MAX + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> slow.timeOf(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_rehearsal_signs_any_round_and_the_same_seed_makes_the_same_chain() {
        var rehearsal = RehearsalChain.from(seed(1));
        var round = rehearsal.round(123_456);
        assertThat(round.check(rehearsal.chain())).isInstanceOf(Round.Outcome.Valid.class);
        assertThat(RehearsalChain.from(seed(1)).round(123_456)).isEqualTo(round);
        assertThat(round.check(RehearsalChain.from(seed(2)).chain()))
                .isEqualTo(new Round.Outcome.Refused(Round.Reason.NOT_SIGNED));
        assertThat(round.check(QUICKNET)).isInstanceOf(Round.Outcome.Refused.class);
    }

    @Test
    void what_a_site_publishes_of_its_rehearsal_is_enough_to_check_it() throws FormatException {
        var rehearsal = RehearsalChain.from(seed(1)).rehearsal();
        assertThat(rehearsal.text()).isEqualTo("""
                        guichet.org/rehearsal@v1
                        key %s
                        period 3
                        genesis 2020-01-01T00:00:00Z
                        """.formatted(rehearsal.publicKey()));
        assertThat(Rehearsal.parse(rehearsal.text())).isEqualTo(rehearsal);
        assertThat(rehearsal.chain().hash()).isNotEqualTo(QUICKNET.hash());
    }

    @Test
    void a_rehearsal_with_the_key_and_times_of_quicknet_is_still_another_chain() {
        var imitation = new Rehearsal(QUICKNET.publicKey(), QUICKNET.period(), QUICKNET.genesis());
        assertThat(imitation.chain().hash()).isNotEqualTo(QUICKNET.hash());
    }

    @Test
    void a_malformed_rehearsal_is_refused() {
        var text = RehearsalChain.from(seed(1)).rehearsal().text();
        for (var wrong : new String[] {
            "",
            "<!doctype html>\n",
            text.replace("rehearsal@v1", "rehearsal@v2"),
            text.replace("period 3", "period 0"),
            text.replace("period 3", "period 3601"),
            text.replace("period 3", "period 03"),
            text.replace("key ", "key  "),
            text.replace("00Z", "00.000Z"),
            text.replace("00Z", "00+00:00"),
            text.replace("\n", "\r\n"),
            text.stripTrailing(),
            text + "more\n"
        }) {
            assertThatThrownBy(() -> Rehearsal.parse(wrong)).isInstanceOf(FormatException.class);
        }
    }

    private static byte[] seed(int number) {
        var seed = new byte[RehearsalChain.SEED_BYTES];
        seed[0] = (byte) number;
        return seed;
    }
}
