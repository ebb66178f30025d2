package org.guichet.app.choosing;

import java.util.Optional;
import org.guichet.app.page.Seals;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.springframework.stereotype.Component;

/**
 * What somebody chose, sealed in the address of the receipt: it is shown to whoever sent the form, whether or not the
 * place was given, so that a receipt says nothing about who stands in the line.
 */
@Component
public final class ChosenSeals {
    private final Seals seals;

    ChosenSeals(Seals seals) {
        this.seals = seals;
    }

    public String seal(AuthorityId authority, Wanted chosen) {
        return seals.seal(purpose(authority), chosen.toString());
    }

    /** Empty where nothing was chosen, or it is too old. */
    public Optional<Wanted> open(AuthorityId authority, String sealed) {
        return seals.open(purpose(authority), sealed, Limits.LOOKING_LIVES)
                        instanceof Seals.Opened.Good(var chosen, var _)
                ? Wanted.parse(chosen)
                : Optional.empty();
    }

    private static String purpose(AuthorityId authority) {
        return "chosen/" + authority.value();
    }
}
