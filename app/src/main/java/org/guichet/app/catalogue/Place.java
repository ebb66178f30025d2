package org.guichet.app.catalogue;

import java.time.Instant;

/** One counter for one span of time, for one dossier. */
public record Place(long id, String pool, String centre, int counter, Instant startsAt, Instant endsAt) {}
