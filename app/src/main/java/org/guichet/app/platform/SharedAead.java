package org.guichet.app.platform;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-GCM with the keys of Tink and in its format to the byte, with ciphers that all threads share. Tink makes a source
 * of randomness and a cipher for each thread; every request has a thread of its own, and spent a third of its time on
 * that.
 */
final class SharedAead implements Aead {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Queue<Cipher> ciphers = new ConcurrentLinkedQueue<>();
    private final Key primary;
    private final List<Key> all = new ArrayList<>();

    /** A key, and the bytes with which everything begins that it encrypted. */
    private static final class Key {
        private final byte[] prefix;
        private final SecretKeySpec secret;

        @AccessesPartialKey
        Key(com.google.crypto.tink.Key key) throws GeneralSecurityException {
            if (!(key instanceof AesGcmKey gcm)) {
                throw new GeneralSecurityException("It holds a key that is none of AES-GCM");
            }
            this.prefix = gcm.getOutputPrefix().toByteArray();
            this.secret = new SecretKeySpec(gcm.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()), "AES");
        }

        boolean isOf(byte[] encrypted) {
            return encrypted.length >= prefix.length + NONCE_BYTES + TAG_BITS / Byte.SIZE
                    && Arrays.equals(prefix, 0, prefix.length, encrypted, 0, prefix.length);
        }
    }

    SharedAead(KeysetHandle keys) throws GeneralSecurityException {
        this.primary = new Key(keys.getPrimary().getKey());
        for (int i = 0; i < keys.size(); i++) {
            all.add(new Key(keys.getAt(i).getKey()));
        }
    }

    @Override
    public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var cipher = cipher();
        cipher.init(Cipher.ENCRYPT_MODE, primary.secret, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associated);
        var encrypted = ByteBuffer.allocate(primary.prefix.length + NONCE_BYTES + cipher.getOutputSize(plain.length))
                .put(primary.prefix)
                .put(nonce);
        cipher.doFinal(ByteBuffer.wrap(plain), encrypted);
        ciphers.add(cipher);
        return encrypted.array();
    }

    @Override
    public byte[] decrypt(byte[] encrypted, byte[] associated) throws GeneralSecurityException {
        Optional<GeneralSecurityException> last = Optional.empty();
        for (var key : all) {
            if (key.isOf(encrypted)) {
                try {
                    return decrypt(key, encrypted, associated);
                } catch (GeneralSecurityException notThisOne) {
                    last = Optional.of(notThisOne);
                }
            }
        }
        throw last.orElseGet(() -> new GeneralSecurityException("No key of ours encrypted it"));
    }

    private byte[] decrypt(Key key, byte[] encrypted, byte[] associated) throws GeneralSecurityException {
        var start = key.prefix.length;
        var cipher = cipher();
        cipher.init(Cipher.DECRYPT_MODE, key.secret, new GCMParameterSpec(TAG_BITS, encrypted, start, NONCE_BYTES));
        cipher.updateAAD(associated);
        var plain = cipher.doFinal(encrypted, start + NONCE_BYTES, encrypted.length - start - NONCE_BYTES);
        ciphers.add(cipher);
        return plain;
    }

    // One that broke off is not given back.
    private Cipher cipher() throws GeneralSecurityException {
        var free = ciphers.poll();
        return free == null ? Cipher.getInstance("AES/GCM/NoPadding") : free;
    }
}
