package org.guichet.app.status;

import java.util.Optional;
import org.guichet.app.page.View;

/**
 * The receipt of the journal, to be saved; {@code journalKey} is what it is checked with, empty as long as the request
 * waits for its place in the journal.
 */
public record JournalProofPage(View view, String file, Optional<String> journalKey, String key) {}
