package org.guichet.verifier.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.SignatureType;
import org.guichet.core.ledger.note.SignedNote;
import org.guichet.core.ledger.note.SignerKey;
import org.guichet.core.text.FormatException;

/**
 * What a witness must not forget: its key, and of each log the last checkpoint it cosigned. One process at a time has
 * it.
 */
final class WitnessFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel lock;
    private final SignerKey key;

    private WitnessFolder(Path folder, FileChannel lock, SignerKey key) {
        this.folder = folder;
        this.lock = lock;
        this.key = key;
    }

    /** The folder of the witness with this name, made when there is none yet. */
    static WitnessFolder open(Path folder, String name, SecureRandom random) throws CannotStart {
        try {
            DurableFiles.makeFolder(folder);
            var lock = lock(folder);
            try {
                return new WitnessFolder(folder, lock, key(folder, name, random));
            } catch (CannotStart | IOException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new CannotStart("the folder " + folder + " cannot be used (" + failed + ").");
        }
    }

    SignerKey key() {
        return key;
    }

    Evidence evidence() {
        return new Evidence(folder.resolve("evidence"));
    }

    /** The last checkpoint of this log that the witness cosigned, with the cosignature. */
    Optional<SignedNote> known(String origin) throws CannotStart {
        var file = file(origin);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            var note = SignedNote.parse(Files.readAllBytes(file));
            if (note.verify(List.of(key.verifier())) instanceof SignedNote.Outcome.Refused(var why)) {
                throw new CannotStart(damaged(file, why));
            }
            if (!Checkpoint.parse(note.text()).origin().equals(origin)) {
                throw new CannotStart(damaged(file, "it is that of another log"));
            }
            return Optional.of(note);
        } catch (FormatException malformed) {
            throw new CannotStart(damaged(file, malformed.why()));
        } catch (IOException failed) {
            throw new CannotStart(damaged(file, failed.toString()));
        }
    }

    /** When this returns, the witness will not have forgotten, whatever happens. */
    void remember(String origin, SignedNote cosigned) throws IOException {
        DurableFiles.write(file(origin), cosigned.format());
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private Path file(String origin) {
        return logs(folder).resolve(Hash.sha256(origin.getBytes(UTF_8)).hex());
    }

    private static Path logs(Path folder) {
        return folder.resolve("logs");
    }

    private static FileChannel lock(Path folder) throws IOException, CannotStart {
        var file = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            // Held until the process ends, however it ends.
            if (file.tryLock() != null) {
                return file;
            }
        } catch (OverlappingFileLockException ours) {
            // Another witness of this process has it.
        }
        file.close();
        throw new CannotStart("another witness is using the folder " + folder + ".");
    }

    private static SignerKey key(Path folder, String name, SecureRandom random) throws IOException, CannotStart {
        var file = folder.resolve("key");
        if (Files.notExists(file)) {
            DurableFiles.makeFolder(logs(folder));
            DurableFiles.write(file, fresh(name, random).text());
        }
        if (Files.notExists(logs(folder))) {
            throw new CannotStart("the folder " + logs(folder) + " is missing, so the witness has forgotten what it"
                    + " signed; begin again in a new folder, with a new key.");
        }
        try {
            var key = SignerKey.parse(Files.readString(file));
            if (!key.verifier().name().equals(name)) {
                throw new CannotStart("the folder belongs to the witness "
                        + key.verifier().name() + "; a witness with another name needs a folder of its own.");
            }
            return key;
        } catch (FormatException malformed) {
            throw new CannotStart(damaged(file, malformed.why()));
        }
    }

    private static SignerKey fresh(String name, SecureRandom random) throws CannotStart {
        try {
            return SignerKey.generate(name, SignatureType.TIMESTAMPED_ED25519, random);
        } catch (IllegalArgumentException badName) {
            throw new CannotStart("the name of a witness has no spaces and no plus sign.");
        }
    }

    private static String damaged(Path file, String why) {
        return "the file " + file + " is damaged (" + why + "); a witness never goes on from a guess.";
    }
}
