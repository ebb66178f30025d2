package org.guichet.app.registration;

import java.util.List;
import java.util.UUID;
import org.guichet.app.notice.Outbox;
import org.guichet.app.platform.Locked;
import org.guichet.app.window.Window;

/**
 * A request on its way into the tables, for this window: committed to, locked away and confirmed in words. {@code salt}
 * and {@code personKeys} are what its label commits to.
 */
record Draft(
        Request request,
        Window window,
        UUID submission,
        String salt,
        List<String> personKeys,
        List<Locked> applicants,
        Locked reach,
        List<Outbox.Letter> letters) {}
