package org.guichet.app.catalogue;

import java.util.List;
import org.guichet.app.platform.AuthorityId;

/**
 * A feature whose rows name parts of a catalogue. What they name must stay in it, since pages, letters and receipts
 * show it for ever.
 */
public interface StillNamed {
    /** A sentence for each part that a file has no more; none where it may come into force. */
    List<String> missing(AuthorityId authority, Catalogue catalogue);
}
