package org.guichet.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A journal in a folder. */
record FolderSource(Path folder) implements Source {
    @Override
    public Optional<byte[]> find(String path, int bytesMax) throws UnreadableException {
        var file = folder.resolve(path);
        try (var content = Files.newInputStream(file)) {
            var bytes = content.readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) {
                throw new UnreadableException("The file " + file + " is longer than any file of a journal there.");
            }
            return Optional.of(bytes);
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UnreadableException("The file " + file + " cannot be read: " + failed.getMessage() + ".");
        }
    }
}
