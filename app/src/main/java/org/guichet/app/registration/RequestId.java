package org.guichet.app.registration;

import java.util.UUID;

/** Names a request inside the service; shown to nobody. */
public record RequestId(UUID value) {}
