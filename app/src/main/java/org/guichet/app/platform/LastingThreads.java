package org.guichet.app.platform;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lets threads that last do the work of Tink. Tink makes a source of randomness and a cipher for each thread; every
 * request has a new thread of its own, and spent a third of its time on that.
 */
record LastingThreads(Aead tink) implements Aead {
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(
            2 * Runtime.getRuntime().availableProcessors(),
            Thread.ofVirtual().name("cipher-", 0).factory());

    @Override
    public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
        return done(() -> tink.encrypt(plain, associated));
    }

    @Override
    public byte[] decrypt(byte[] encrypted, byte[] associated) throws GeneralSecurityException {
        return done(() -> tink.decrypt(encrypted, associated));
    }

    private static byte[] done(Callable<byte[]> work) throws GeneralSecurityException {
        try {
            return THREADS.submit(work).get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof GeneralSecurityException refused) {
                throw refused;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new GeneralSecurityException("Stopped while it was encrypted or decrypted", stopped);
        }
    }
}
