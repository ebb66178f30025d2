package org.guichet.app.demo;

import java.time.Instant;
import org.guichet.app.platform.AuthorityId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** placeholder until reception is there */
@Component
@ConditionalOnProperty("guichet.demo")
final class Visitors {
    void come(AuthorityId authority, Instant now) {}
}
