package org.guichet.core.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.guichet.core.text.FormatException;

/** The bytes a key signs for the text of a note (C2SP signed-note, tlog-cosignature). */
final class SignedMessage {
    private static final byte[] SUBTREE = "subtree/v1\n\0".getBytes(UTF_8);
    private static final int NAME_BYTES_MAX = 255;

    private SignedMessage() {}

    /**
     * The message of a key with this name and type.
     *
     * @param time seconds since 1970, which a key without timestamps leaves out
     * @throws FormatException if the text is not what such a key signs
     */
    static byte[] of(String name, SignatureType type, String text, long time) throws FormatException {
        return switch (type) {
            case ED25519 -> text.getBytes(UTF_8);
            case TIMESTAMPED_ED25519 -> {
                Checkpoint.parse(text);
                yield ("cosignature/v1\ntime " + time + "\n" + text).getBytes(UTF_8);
            }
            case TIMESTAMPED_ML_DSA_44 -> subtree(name, Checkpoint.parse(text), time);
        };
    }

    private static byte[] subtree(String name, Checkpoint checkpoint, long time) throws FormatException {
        // This message leaves extension lines out, so a signature on them would be none.
        if (!checkpoint.extensions().isEmpty()) {
            throw new FormatException("a checkpoint with extension lines has no ML-DSA-44 cosignature");
        }
        var message = new ByteArrayOutputStream();
        message.writeBytes(SUBTREE);
        writeName(message, name);
        message.writeBytes(bytes(time));
        writeName(message, checkpoint.origin());
        message.writeBytes(bytes(0));
        message.writeBytes(bytes(checkpoint.size()));
        message.writeBytes(checkpoint.root().bytes());
        return message.toByteArray();
    }

    private static void writeName(ByteArrayOutputStream message, String name) throws FormatException {
        var bytes = name.getBytes(UTF_8);
        if (bytes.length > NAME_BYTES_MAX) {
            throw new FormatException("a name is longer than " + NAME_BYTES_MAX + " bytes");
        }
        message.write(bytes.length);
        message.writeBytes(bytes);
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
