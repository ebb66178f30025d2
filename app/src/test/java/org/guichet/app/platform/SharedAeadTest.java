package org.guichet.app.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.ChaCha20Poly1305Parameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Tink encrypted is read, and what is encrypted Tink reads. */
final class SharedAeadTest {
    private static final byte[] PLAIN = "TRAORÉ Aminata".getBytes(UTF_8);
    private static final byte[] PLACE = "1/reach".getBytes(UTF_8);

    @BeforeAll
    static void register() throws GeneralSecurityException {
        AeadConfig.register();
    }

    @Test
    void tink_reads_what_we_write_and_we_read_what_tink_writes() throws GeneralSecurityException {
        for (var parameters : List.of(PredefinedAeadParameters.AES256_GCM, PredefinedAeadParameters.AES128_GCM)) {
            var keys = KeysetHandle.generateNew(parameters, RegistryConfiguration.get());
            var tink = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
            var ours = new SharedAead(keys);
            assertThat(tink.decrypt(ours.encrypt(PLAIN, PLACE), PLACE)).isEqualTo(PLAIN);
            assertThat(ours.decrypt(tink.encrypt(PLAIN, PLACE), PLACE)).isEqualTo(PLAIN);
            assertThat(ours.decrypt(ours.encrypt(new byte[0], new byte[0]), new byte[0]))
                    .isEmpty();
        }
    }

    @Test
    void after_a_change_of_keys_the_new_one_writes_and_the_old_one_still_reads() throws GeneralSecurityException {
        var old = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
        var both = KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        var ours = new SharedAead(both);
        assertThat(ours.decrypt(new SharedAead(old).encrypt(PLAIN, PLACE), PLACE))
                .isEqualTo(PLAIN);
        var fresh = ours.encrypt(PLAIN, PLACE);
        assertThat(both.getPrimitive(RegistryConfiguration.get(), Aead.class).decrypt(fresh, PLACE))
                .isEqualTo(PLAIN);
        assertThatThrownBy(() -> new SharedAead(old).decrypt(fresh, PLACE))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void no_byte_can_be_changed_cut_or_moved() throws GeneralSecurityException {
        var ours = new SharedAead(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()));
        var good = ours.encrypt(PLAIN, PLACE);
        for (int i = 0; i < good.length; i++) {
            var changed = good.clone();
            changed[i] ^= 1;
            var cut = Arrays.copyOf(good, i);
            assertThatThrownBy(() -> ours.decrypt(changed, PLACE)).isInstanceOf(GeneralSecurityException.class);
            assertThatThrownBy(() -> ours.decrypt(cut, PLACE)).isInstanceOf(GeneralSecurityException.class);
        }
        assertThatThrownBy(() -> ours.decrypt(good, "2/reach".getBytes(UTF_8)))
                .isInstanceOf(GeneralSecurityException.class);
        // A cipher that broke off spoils nothing for the next.
        assertThat(ours.decrypt(good, PLACE)).isEqualTo(PLAIN);
    }

    @Test
    void many_at_once_each_read_their_own_and_no_nonce_comes_twice() throws GeneralSecurityException {
        var ours = new SharedAead(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()));
        var nonces = ConcurrentHashMap.<String>newKeySet();
        var right = IntStream.range(0, 2_000)
                .parallel()
                .filter(i -> {
                    try {
                        var text = ("No " + i).getBytes(UTF_8);
                        var encrypted = ours.encrypt(text, PLACE);
                        nonces.add(Arrays.toString(Arrays.copyOfRange(encrypted, 5, 17)));
                        return Arrays.equals(text, ours.decrypt(encrypted, PLACE));
                    } catch (GeneralSecurityException broken) {
                        return false;
                    }
                })
                .count();
        assertThat(right).isEqualTo(2_000);
        assertThat(nonces).hasSize(2_000);
    }

    @Test
    void a_key_of_another_kind_is_refused() throws GeneralSecurityException {
        var other = KeysetHandle.generateNew(
                ChaCha20Poly1305Parameters.create(ChaCha20Poly1305Parameters.Variant.TINK),
                RegistryConfiguration.get());
        assertThatThrownBy(() -> new SharedAead(other)).isInstanceOf(GeneralSecurityException.class);
    }
}
