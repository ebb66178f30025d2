package org.guichet.app.platform;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HkdfPrfParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The secrets of one installation, one file each, readable by its user only. A missing file is made once; every node
 * of one service holds the same files. Losing {@code vault.json} loses all personal data; see {@code
 * docs/operating.md}.
 */
@Component
public final class Keys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rw-rw-");

    private final Path folder;

    Keys(Settings settings) {
        try {
            AeadConfig.register();
            PrfConfig.register();
            this.folder = privateFolder(settings.folder().resolve("keys"));
            requirePrivate(folder);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("This Java cannot encrypt", broken);
        }
    }

    /** Encrypts and authenticates. */
    public Aead aead(String name) {
        try {
            return new LastingThreads(keyset(name, PredefinedAeadParameters.AES256_GCM)
                    .getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException broken) {
            throw unusable(name, broken);
        }
    }

    /** Keyed hashes that nobody can make or test without the key. */
    public PrfSet prf(String name) {
        try {
            HkdfPrfParameters parameters = PredefinedPrfParameters.HKDF_SHA256;
            return keyset(name, parameters).getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        } catch (GeneralSecurityException broken) {
            throw unusable(name, broken);
        }
    }

    /** 32 secret bytes. */
    public byte[] seed(String name) {
        try {
            var file = folder.resolve(name);
            if (Files.notExists(file)) {
                var seed = new byte[32];
                RANDOM.nextBytes(seed);
                write(file, seed);
            }
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A secret in words, made once. */
    public String text(String name, Supplier<String> fresh) {
        try {
            var file = folder.resolve(name);
            if (Files.notExists(file)) {
                write(file, fresh.get().getBytes(StandardCharsets.UTF_8));
            }
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Path privateFolder(Path folder) {
        try {
            return Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException broken) {
            throw new CannotStart("the folder " + folder + " cannot be made; check who may write there.");
        }
    }

    // Files that were copied to another node may have lost what protected them.
    private static void requirePrivate(Path folder) {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var attributes = Files.getFileAttributeView(file, PosixFileAttributeView.class);
                if (attributes != null
                        && attributes.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
                    throw new CannotStart(
                            "others than its owner may read or change the key file " + file + "; run chmod 600 on it.");
                }
            }
        } catch (IOException broken) {
            throw new CannotStart("the folder " + folder + " cannot be read; check who may read it.");
        }
    }

    private KeysetHandle keyset(String name, Parameters parameters) throws GeneralSecurityException {
        var file = folder.resolve(name + ".json");
        try {
            if (Files.notExists(file)) {
                var fresh = KeysetHandle.generateNew(parameters, RegistryConfiguration.get());
                write(
                        file,
                        TinkJsonProtoKeysetFormat.serializeKeyset(
                                        fresh, RegistryConfiguration.get(), InsecureSecretKeyAccess.get())
                                .getBytes(StandardCharsets.UTF_8));
            }
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    // Written beside and moved, so that a crash never leaves half a key.
    private static void write(Path file, byte[] content) throws IOException {
        var beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(beside, content, StandardOpenOption.SYNC);
        Files.move(beside, file);
    }

    private CannotStart unusable(String name, GeneralSecurityException broken) {
        return new CannotStart(
                "the key file " + folder.resolve(name + ".json") + " cannot be used (" + broken.getMessage() + ").");
    }
}
