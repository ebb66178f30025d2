package org.guichet.app.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a process is whose number a server of ours wrote down, perhaps long ago. */
enum LeftOver {
    /** That server. */
    OURS,
    /** Anything else: the number was given again after the server had gone. */
    NONE,
    /** Perhaps a server that somebody started in our folder. */
    UNKNOWN;

    // A server runs as the owner of its data, which is who writes here; and of another user's process it is not even
    // known what it runs.
    static LeftOver of(ProcessHandle.Info process, Optional<String> ourselves, Path programs) throws IOException {
        var program = Path.of(process.command().orElse(""));
        if (Files.exists(programs) && program.startsWith(programs.toRealPath())) {
            return OURS;
        }
        var isSomebodyElses = process.user().isPresent()
                && ourselves.isPresent()
                && !process.user().equals(ourselves);
        return isSomebodyElses || (!program.toString().isEmpty() && !program.endsWith("postgres")) ? NONE : UNKNOWN;
    }
}
