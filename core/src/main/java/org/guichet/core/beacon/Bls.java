package org.guichet.core.beacon;

import java.util.Optional;
import org.guichet.core.beacon.Round.Reason;
import supranational.blst.BLST_ERROR;
import supranational.blst.P1;
import supranational.blst.P1_Affine;
import supranational.blst.P2;
import supranational.blst.P2_Affine;
import supranational.blst.SecretKey;

/** BLS signatures on BLS12-381 with signatures on G1 and keys on G2, hashed to the curve as RFC 9380 says. */
final class Bls {
    static final String DOMAIN = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";

    private Bls() {}

    /** Why {@code signature} is no signature of {@code message} under {@code key}; empty when it is one. */
    static Optional<Reason> refusal(byte[] signature, byte[] key, byte[] message) {
        if (signature.length != Round.SIGNATURE_BYTES) {
            return Optional.of(Reason.WRONG_LENGTH);
        }
        var point = signaturePoint(signature);
        var keyPoint = keyPoint(key);
        if (point.isEmpty()) {
            return Optional.of(Reason.NOT_ON_CURVE);
        }
        if (point.get().is_inf()) {
            return Optional.of(Reason.INFINITY);
        }
        if (!point.get().in_group()) {
            return Optional.of(Reason.WRONG_SUBGROUP);
        }
        if (keyPoint.isEmpty() || keyPoint.get().is_inf() || !keyPoint.get().in_group()) {
            return Optional.of(Reason.UNUSABLE_KEY);
        }
        var error = point.get().core_verify(keyPoint.get(), true, message, DOMAIN);
        return error == BLST_ERROR.BLST_SUCCESS ? Optional.empty() : Optional.of(Reason.NOT_SIGNED);
    }

    static byte[] sign(SecretKey secret, byte[] message) {
        return new P1().hash_to(message, DOMAIN).sign_with(secret).compress();
    }

    static byte[] publicKey(SecretKey secret) {
        return new P2(secret).compress();
    }

    private static Optional<P1_Affine> signaturePoint(byte[] bytes) {
        try {
            return Optional.of(new P1_Affine(bytes));
        } catch (RuntimeException notOnCurve) {
            // The binding knows no narrower type for bytes that encode no point.
            return Optional.empty();
        }
    }

    private static Optional<P2_Affine> keyPoint(byte[] bytes) {
        try {
            return Optional.of(new P2_Affine(bytes));
        } catch (RuntimeException notOnCurve) {
            return Optional.empty();
        }
    }
}
