package org.guichet.app.page;

import java.time.ZoneId;
import org.guichet.app.platform.AuthorityId;

/**
 * What stands on every page of one authority: who it is, and where help is found. Its {@code edition} is another one
 * wherever the authority's file is.
 */
public record Masthead(
        AuthorityId authority,
        Localized name,
        ZoneId zone,
        String phone,
        Localized phoneHours,
        Localized desk,
        String publicAddress,
        boolean rehearsal,
        String edition) {

    /** Finds the authority that answers at a host name. */
    public interface Source {
        Masthead at(String host);
    }
}
