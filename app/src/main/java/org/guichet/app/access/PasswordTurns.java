package org.guichet.app.access;

import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.guichet.app.platform.Limits;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Component;

/**
 * Lets one password be checked at a time: each takes a processor for a third of a second, and made-up names would take
 * all of them.
 */
@Component
final class PasswordTurns {
    private final Semaphore turn = new Semaphore(1, true);
    private final Semaphore room = new Semaphore(Limits.SIGN_INS_AT_ONCE_MAX);

    /** Refuses at once where too many wait already. */
    boolean take(BooleanSupplier check) {
        if (!room.tryAcquire()) {
            throw new AuthenticationServiceException("Too many passwords wait to be checked");
        }
        try {
            turn.acquireUninterruptibly();
            try {
                return check.getAsBoolean();
            } finally {
                turn.release();
            }
        } finally {
            room.release();
        }
    }
}
