package org.guichet.bench.rules;

import java.security.GeneralSecurityException;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.guichet.core.ledger.Hash;

/** All that ordering must do at least (docs/spec/draw.md): one HMAC a label, under the key of the draw. */
public record BareLoop(SecretKeySpec key) {
    public static final int LABEL_BYTES = 64;
    static final byte[] FIRST_BLOCK = {1};
    private static final String HMAC = "HmacSHA256";
    private static final int CHUNK = 4096;

    public static BareLoop of(byte[] seal, Hash randomness) {
        var extract = new BareLoop(new SecretKeySpec(Hash.sha256(seal).bytes(), HMAC));
        return new BareLoop(new SecretKeySpec(extract.mac().doFinal(randomness.bytes()), HMAC));
    }

    public byte[] positions(byte[] texts) {
        var count = texts.length / LABEL_BYTES;
        var positions = new byte[count * Hash.LENGTH];
        IntStream.range(0, Math.ceilDiv(count, CHUNK)).parallel().forEach(chunk -> {
            var mac = mac();
            var end = Math.min((chunk + 1) * CHUNK, count);
            for (int i = chunk * CHUNK; i < end; i++) {
                mac.update(texts, i * LABEL_BYTES, LABEL_BYTES);
                mac.update(FIRST_BLOCK);
                finish(mac, positions, i * Hash.LENGTH);
            }
        });
        return positions;
    }

    public Mac mac() {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void finish(Mac mac, byte[] out, int offset) {
        try {
            mac.doFinal(out, offset);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
