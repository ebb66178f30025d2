package org.guichet.app.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Says in one sentence why the service did not start, where the cause is one that an operator can mend. */
public final class StartProblems implements SpringBootExceptionReporter {
    public StartProblems(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        var sentence = sentence(failure);
        sentence.ifPresent(it -> System.err.println("Guichet cannot start: " + it));
        return sentence.isPresent();
    }

    static Optional<String> sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart known) {
                return Optional.ofNullable(known.getMessage());
            }
            if (cause instanceof PortInUseException port) {
                return Optional.of(portInUse(port.getPort()));
            }
            if (String.valueOf(cause.getMessage()).contains("No space left on device")) {
                return Optional.of("the disk is full; free some space and start again.");
            }
        }
        return Optional.empty();
    }

    public static String portInUse(int port) {
        return "port " + port + " is in use; stop the other program or choose another port with --port.";
    }
}
