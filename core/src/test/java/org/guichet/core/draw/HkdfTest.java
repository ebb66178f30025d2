package org.guichet.core.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The HMAC in it, compared with that of the JDK. */
final class HkdfTest {
    private static final int INFOS = 200;

    // Around the block of SHA-256: a longer key is hashed first.
    @ParameterizedTest
    @ValueSource(ints = {1, 20, 32, 63, 64, 65, 200})
    void each_output_is_the_hmac_of_the_jdk(int keyLength) throws GeneralSecurityException {
        var random = new Random(keyLength);
        var key = new byte[keyLength];
        random.nextBytes(key);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        var hkdf = new Hkdf(key);
        for (var length = 0; length < INFOS; length++) {
            var info = new byte[length];
            random.nextBytes(info);
            assertThat(Hkdf.extract(key, info)).isEqualTo(mac.doFinal(info));
            mac.update(info);
            var out = new byte[1 + Hkdf.LENGTH];
            hkdf.expand(info, out, 1);
            assertThat(Arrays.copyOfRange(out, 1, out.length)).isEqualTo(mac.doFinal(new byte[] {1}));
        }
    }

    @Test
    void the_first_test_case_of_rfc_5869_comes_out() {
        var hex = HexFormat.of();
        var key = Hkdf.extract(hex.parseHex("000102030405060708090a0b0c"), hex.parseHex("0b".repeat(22)));
        assertThat(hex.formatHex(key)).isEqualTo("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");
        var out = new byte[Hkdf.LENGTH];
        new Hkdf(key).expand(hex.parseHex("f0f1f2f3f4f5f6f7f8f9"), out, 0);
        assertThat(hex.formatHex(out)).isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
    }

    @Test
    void too_little_room_is_refused() {
        var hkdf = new Hkdf(new byte[Hkdf.LENGTH]);
        assertThatThrownBy(() -> hkdf.expand(new byte[1], new byte[Hkdf.LENGTH], 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
