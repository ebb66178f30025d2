package org.guichet.core.ledger.note;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.guichet.core.text.FormatException;

/**
 * The signature algorithms of the JDK that notes use, with keys as bare bytes: Ed25519 (RFC 8032), ML-DSA-44 (FIPS
 * 204).
 */
enum Algorithm {
    ED25519("Ed25519", "302a300506032b6570032100", 32, 64),
    ML_DSA_44("ML-DSA-44", "30820532300b06096086480165030403110382052100", 1312, 2420);

    static final int SEED_BYTES = 32;

    private final String jdkName;
    // The JDK takes and gives public keys with this head of a SubjectPublicKeyInfo (RFC 8410, RFC 9881).
    private final String head;
    private final int keyBytes;
    private final int signatureBytes;

    Algorithm(String jdkName, String head, int keyBytes, int signatureBytes) {
        this.jdkName = jdkName;
        this.head = head;
        this.keyBytes = keyBytes;
        this.signatureBytes = signatureBytes;
    }

    /** The key pair that belongs to a seed of 32 bytes. */
    KeyPair keyPair(byte[] seed) {
        try {
            var generator = KeyPairGenerator.getInstance(jdkName);
            generator.initialize(new NamedParameterSpec(jdkName), new Seed(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java platform lacks " + jdkName, missing);
        }
    }

    byte[] raw(PublicKey key) {
        var encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - keyBytes, encoded.length);
    }

    PublicKey publicKey(byte[] raw) throws FormatException {
        if (raw.length != keyBytes) {
            throw new FormatException("a public key of " + jdkName + " is " + keyBytes + " bytes long");
        }
        var encoded = HexFormat.of().parseHex(head + HexFormat.of().formatHex(raw));
        try {
            return KeyFactory.getInstance(jdkName).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException invalid) {
            throw new FormatException("the bytes are no public key of " + jdkName);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java platform lacks " + jdkName, missing);
        }
    }

    byte[] sign(PrivateKey key, byte[] message) {
        try {
            var signature = Signature.getInstance(jdkName);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("This Java platform cannot sign with " + jdkName, failed);
        }
    }

    boolean verifies(PublicKey key, byte[] message, byte[] signed) {
        if (signed.length != signatureBytes) {
            return false;
        }
        try {
            var signature = Signature.getInstance(jdkName);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (InvalidKeyException | SignatureException malformed) {
            return false;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java platform lacks " + jdkName, missing);
        }
    }

    /** Gives a key generator the seed it asks for: the only way of the JDK from a seed to the public key. */
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException(
                        "This Java platform does not make a key from " + seed.length + " bytes");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
