package org.guichet.core.beacon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.guichet.core.beacon.Round.Outcome;
import org.guichet.core.beacon.Round.Reason;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import supranational.blst.P1;
import supranational.blst.P1_Affine;
import supranational.blst.SecretKey;

final class RoundTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String SIGNATURE_1000 =
            "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";

    // The private test key of drand's own tests for the scheme; only its key and rounds are published.
    private static final Chain TEST_CHAIN = new Chain(
            "test",
            "a1ee12542360bf75742bcade13d6134e7d5283d9eb782887c47d3d9725f05805d37b0106b7f744395bf82c175dd7434a"
                    + "169e998f188a657a030d588892c0cd2c01f996aaf331c4d8bc5b9734bbe261d0"
                    + "9e7d2d39ef88b635077f262bd7bbb30f",
            Duration.ofSeconds(3),
            Instant.EPOCH,
            Hash.sha256());

    @ParameterizedTest
    @CsvSource({
        "1,cd2662154e6d76b2b2b92e70c0cac3ccf534f9b74eb5b89819ec509083d00a50,"
                + "95d3fa4eeea6c775ee329d2805948d00b920e5167e48d9ea5bfa41616ddec9d87b6ad2dd22805e4f2f68cb596ebe5c31,"
                + "b55e7cb2d5c613ee0b2e28d6750aabbb78c39dcc96bd9d38c2c2e12198df95571de8e8e402a0cc48871c7089a2b3af4b,"
                + "1466a6cd24e327188770752f6134001c64d6efcc590ccc26b721611ad96f165a",
        "42,a6bb133cb1e3638ad7b8a3ff0539668e9e56f9b850ef1b2a810f5422eaa6c323,"
                + "8f0d1c9a87ad668c8213a4e6916e25ac0c621db99ce096bc18aa39235c02c481fda95bbe249c517beb984eae1ddd3163,"
                + "95a9f9f5b231b7714de1553105d8ffdf3dcda24cfdb1e689319bccf79a9c8ce430a91b811fbfaf763900bc998b5d686a,"
                + "8ada64bae5c6c0f5540a6a13af56e663240edfbd2c76ac6a8f27671eb7259ce3",
        "123,41f1c4ddd1183083b48396129dec579e9b7ae61bcf24b743cfe59b7d558a2676,"
                + "9735a60937cc8a96d1473cdd303ba02c69cf1360d87a34dba5e51902914150b802ef068be6e8df54521599aff13401aa,"
                + "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92,"
                + "fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc",
        "1000,f652498d092acd949bad74e40683bf3824fb817980504a0c7e6722cfc5a9c0a3,"
                + "8f5a32d53837b00fbc0ee31ce9966435a41c5188a80ce9934d3c80588b6ad6f643ebda1b83ef89e44da9ced6205cdecf,"
                + SIGNATURE_1000 + ","
                + "fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd",
        "657413,0fd94c1b7255c5da6cd55fe581fe3fb17482587dc22af51f1bfc22e43668ba68,"
                + "896e507496fa9c5c2f3b08f05dc102b37e2c7dc977da22afd56281831c6c95f527ee92053dfaabb7e65f9b07e3e0068e,"
                + "b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b,"
                + "fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587"
    })
    void a_published_round_of_quicknet_yields_its_randomness(
            long number, String message, String point, String signature, String randomness) throws FormatException {
        assertThat(HEX.formatHex(Round.message(number))).isEqualTo(message);
        assertThat(HEX.formatHex(
                        new P1().hash_to(Round.message(number), Bls.DOMAIN).compress()))
                .isEqualTo(point);
        assertThat(Round.parse(number, signature).check(Chain.QUICKNET))
                .isEqualTo(new Outcome.Valid(Hash.of(randomness)));
        assertThat(Round.parse(number + 1, signature).check(Chain.QUICKNET))
                .isEqualTo(new Outcome.Refused(Reason.NOT_SIGNED));
    }

    @ParameterizedTest
    @CsvSource({
        "3,b98dae74f6a9d2ec79d75ba273dcfda86a45d589412860eb4c0fd056b00654dbf667c1b6884987c9aee0d43f8ba9db52",
        "4,962c2b2969e8f3351cf5cc457b04ecbf0c65bd79f4c1ee3bd0205f581368aaaa0cdeb1531a0709d39ef06a8ba1e1bb93",
        "6,a054dafb27a4a4fb9e06b17b30da3e0c7b13b4ca8e1dec3c6775f81758587029aa358523f2e7e62204018347db7cbd1c"
    })
    void a_round_signed_by_the_test_key_of_drand_is_valid_for_it_and_not_for_quicknet(long number, String signature)
            throws FormatException {
        var round = Round.parse(number, signature);
        assertThat(round.check(TEST_CHAIN)).isInstanceOf(Outcome.Valid.class);
        assertThat(round.check(Chain.QUICKNET)).isEqualTo(new Outcome.Refused(Reason.NOT_SIGNED));
    }

    @Test
    void the_randomness_of_round_3_of_the_test_key_is_as_published() throws FormatException {
        var signature =
                "b98dae74f6a9d2ec79d75ba273dcfda86a45d589412860eb4c0fd056b00654dbf667c1b6884987c9aee0d43f8ba9db52";
        assertThat(Round.parse(3, signature).check(TEST_CHAIN))
                .isEqualTo(
                        new Outcome.Valid(Hash.of("9e9829dfb34bd8db3e21c28e13aefecd86e007ebd19d6bb8a5cee99c0a34798f")));
    }

    @Test
    void the_point_at_infinity_is_refused() {
        assertThat(refusal("c0" + "00".repeat(47))).isEqualTo(Reason.INFINITY);
    }

    @Test
    void a_point_off_the_curve_is_refused() {
        assertThat(refusal("80" + "00".repeat(46) + "01")).isEqualTo(Reason.NOT_ON_CURVE);
    }

    @Test
    void bytes_that_encode_no_point_are_refused() {
        assertThat(refusal("00".repeat(48))).isEqualTo(Reason.NOT_ON_CURVE);
        assertThat(refusal("ff".repeat(48))).isEqualTo(Reason.NOT_ON_CURVE);
        assertThat(refusal("c0" + "00".repeat(46) + "01")).isEqualTo(Reason.NOT_ON_CURVE);
    }

    @Test
    void a_point_of_the_wrong_subgroup_is_refused() {
        assertThat(refusal("80" + "00".repeat(46) + "04")).isEqualTo(Reason.WRONG_SUBGROUP);
    }

    @Test
    void a_signature_of_another_length_is_refused_even_if_it_is_the_same_point() {
        var uncompressed = new P1_Affine(HEX.parseHex(SIGNATURE_1000)).serialize();
        assertThat(Round.of(1000, uncompressed).check(Chain.QUICKNET))
                .isEqualTo(new Outcome.Refused(Reason.WRONG_LENGTH));
        assertThat(refusal("")).isEqualTo(Reason.WRONG_LENGTH);
        assertThat(refusal(SIGNATURE_1000 + "00")).isEqualTo(Reason.WRONG_LENGTH);
    }

    @Test
    void every_flipped_bit_of_a_signature_is_noticed() {
        for (var bit = 0; bit < Round.SIGNATURE_BYTES * Byte.SIZE; bit++) {
            var signature = HEX.parseHex(SIGNATURE_1000);
            signature[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(Round.of(1000, signature).check(Chain.QUICKNET)).isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    void the_retired_scheme_with_the_domain_of_g2_is_refused() {
        var secret = new SecretKey();
        secret.keygen(new byte[32]);
        var chain = chainOf(HEX.formatHex(Bls.publicKey(secret)));
        var retired = new P1()
                .hash_to(Round.message(7), "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_")
                .sign_with(secret)
                .compress();
        assertThat(Round.of(7, retired).check(chain)).isEqualTo(new Outcome.Refused(Reason.NOT_SIGNED));
        assertThat(Round.of(7, Bls.sign(secret, Round.message(7))).check(chain)).isInstanceOf(Outcome.Valid.class);
    }

    @Test
    void a_chain_whose_key_is_no_usable_point_signs_nothing() {
        for (var key : new String[] {"c0" + "00".repeat(95), "80" + "00".repeat(95), "00".repeat(96)}) {
            assertThat(Round.of(1000, HEX.parseHex(SIGNATURE_1000)).check(chainOf(key)))
                    .isEqualTo(new Outcome.Refused(Reason.UNUSABLE_KEY));
        }
    }

    @Test
    void a_signature_that_is_not_hexadecimal_is_malformed() {
        for (var wrong : new String[] {"<html>", "b4467", "zz"}) {
            assertThatThrownBy(() -> Round.parse(1, wrong)).isInstanceOf(FormatException.class);
        }
        assertThatThrownBy(() -> Round.parse(0, SIGNATURE_1000)).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> Round.parse(Long.MAX_VALUE, SIGNATURE_1000)).isInstanceOf(FormatException.class);
    }

    private static Reason refusal(String signature) {
        var outcome = Round.of(1000, HEX.parseHex(signature)).check(Chain.QUICKNET);
        return switch (outcome) {
            case Outcome.Refused(var reason) -> reason;
            case Outcome.Valid(var randomness) -> throw new AssertionError("valid: " + randomness);
        };
    }

    private static Chain chainOf(String key) {
        return new Chain("test", key, Duration.ofSeconds(3), Instant.EPOCH, Hash.sha256());
    }
}
