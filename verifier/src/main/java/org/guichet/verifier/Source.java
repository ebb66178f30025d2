package org.guichet.verifier;

import java.util.Optional;

/** Where a journal is published: files under one prefix. */
interface Source {
    /** The file at this path below the prefix; empty when there is none. */
    Optional<byte[]> find(String path, int bytesMax) throws UnreadableException;
}
