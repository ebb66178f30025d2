package org.guichet.core.beacon;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.FormatException;

/** A round of a chain as anybody may hand it in: a relay, a file, a citizen. It proves itself, or it is refused. */
public final class Round {
    public static final int SIGNATURE_BYTES = 48;

    private final long number;
    private final byte[] signature;

    private Round(long number, byte[] signature) {
        if (number < 1 || number > Chain.ROUND_MAX) {
            throw new IllegalArgumentException("Rounds are numbered from 1 to " + Chain.ROUND_MAX);
        }
        this.number = number;
        this.signature = signature;
    }

    /** A round with a signature of any length; only {@link #check} tells whether it is one. */
    public static Round of(long number, byte[] signature) {
        return new Round(number, signature.clone());
    }

    /** The same from a signature in hexadecimal digits, as relays and the ledger write it. */
    public static Round parse(long number, String signature) throws FormatException {
        if (number < 1 || number > Chain.ROUND_MAX) {
            throw new FormatException("a round is not numbered from 1 to " + Chain.ROUND_MAX);
        }
        try {
            return new Round(number, HexFormat.of().parseHex(signature));
        } catch (IllegalArgumentException notHex) {
            throw new FormatException("the signature of a round is not written in hexadecimal digits");
        }
    }

    /** What checking a round against a chain comes to. */
    public sealed interface Outcome {
        /** The chain signed this round. */
        record Valid(Hash randomness) implements Outcome {}

        /** It did not. */
        record Refused(Reason reason) implements Outcome {}
    }

    /** Why a round is refused. */
    public enum Reason {
        WRONG_LENGTH("the signature is not " + SIGNATURE_BYTES + " bytes long"),
        NOT_ON_CURVE("the signature is not a point of the curve"),
        INFINITY("the signature is the point at infinity"),
        WRONG_SUBGROUP("the signature is not in the subgroup of prime order"),
        UNUSABLE_KEY("the key of the chain is not a point of the right subgroup"),
        NOT_SIGNED("the signature is not this chain's signature of this round");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** The reason in English, as a clause. */
        public String sentence() {
            return sentence;
        }
    }

    /** Whether {@code chain} signed this round, and the randomness if so. */
    public Outcome check(Chain chain) {
        return Bls.refusal(signature, chain.publicKeyBytes(), message(number))
                .<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> new Outcome.Valid(Hash.sha256(signature)));
    }

    public long number() {
        return number;
    }

    /** A copy of the signature as it was handed in. */
    public byte[] signature() {
        return signature.clone();
    }

    /** The signature in lower-case hexadecimal digits. */
    public String signatureHex() {
        return HexFormat.of().formatHex(signature);
    }

    /** What the chain signs. */
    static byte[] message(long number) {
        return Hash.sha256(ByteBuffer.allocate(Long.BYTES).putLong(number).array())
                .bytes();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Round round && number == round.number && Arrays.equals(signature, round.signature);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number) ^ Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return "round " + number + " " + signatureHex();
    }
}
