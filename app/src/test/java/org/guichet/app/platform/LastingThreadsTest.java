package org.guichet.app.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LastingThreadsTest {
    private static final byte[] PLACE = "1/reach".getBytes(UTF_8);

    private Aead aead;

    @BeforeEach
    void keys() throws GeneralSecurityException {
        AeadConfig.register();
        aead = new LastingThreads(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get())
                        .getPrimitive(RegistryConfiguration.get(), Aead.class));
    }

    @Test
    void many_at_once_each_get_their_own() throws Exception {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var read = people.invokeAll(IntStream.range(0, 200)
                    .<Callable<String>>mapToObj(i -> () ->
                            new String(aead.decrypt(aead.encrypt(("no " + i).getBytes(UTF_8), PLACE), PLACE), UTF_8))
                    .toList());
            for (var i = 0; i < read.size(); i++) {
                assertThat(read.get(i).get()).isEqualTo("no " + i);
            }
        }
    }

    @Test
    void what_was_moved_is_refused_as_tink_refuses_it() throws GeneralSecurityException {
        var locked = aead.encrypt("Aminata".getBytes(UTF_8), PLACE);
        assertThatThrownBy(() -> aead.decrypt(locked, "2/reach".getBytes(UTF_8)))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining("decryption failed");
    }

    @Test
    void who_is_stopped_meanwhile_hears_of_it() {
        var end = new CountDownLatch(1);
        var slow = new LastingThreads(new Aead() {
            @Override
            public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
                try {
                    end.await();
                    return aead.encrypt(plain, associated);
                } catch (InterruptedException stopped) {
                    throw new GeneralSecurityException(stopped);
                }
            }

            @Override
            public byte[] decrypt(byte[] encrypted, byte[] associated) throws GeneralSecurityException {
                return aead.decrypt(encrypted, associated);
            }
        });
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> slow.encrypt(new byte[1], PLACE)).hasMessageContaining("Stopped while");
        assertThat(Thread.interrupted()).isTrue();
        end.countDown();
    }
}
