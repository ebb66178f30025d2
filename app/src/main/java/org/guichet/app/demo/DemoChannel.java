package org.guichet.app.demo;

import org.guichet.app.notice.Channel;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Sends nothing to anybody: what would have been sent stands on the page of messages. */
@Component
@ConditionalOnProperty("guichet.demo")
final class DemoChannel implements Channel {
    @Override
    public Carrier carrier() {
        return (_, _) -> new Outcome.Sent();
    }
}
