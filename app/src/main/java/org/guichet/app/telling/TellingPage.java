package org.guichet.app.telling;

import java.util.List;
import java.util.Locale;
import org.guichet.app.access.Staff;
import org.guichet.app.notice.Outbox;
import org.guichet.app.notice.Way;
import org.guichet.app.page.Language;
import org.guichet.app.page.View;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Request;

/** What is to be told by hand, oldest first; {@code more} where there is more than one page of it. */
public record TellingPage(Staff staff, List<Item> items, boolean more) {
    /** A message and the request that it is about. */
    public record Item(Outbox.Entry entry, Request request, List<Applicant> persons) {
        /** How the page's language says which language the message is in. */
        public String language() {
            return Locale.forLanguageTag(entry.message().language()).getDisplayLanguage(Language.FR.locale());
        }

        public String direction() {
            return read().direction();
        }

        /** How whoever holds it on paper, without a link to open, sees the request and answers. */
        public String foot(View view) {
            var reader = view.in(read());
            return reader.t(
                    "notice.letter",
                    "number",
                    request.number().grouped(),
                    "address",
                    view.masthead().publicAddress() + reader.to("/suivi"),
                    "phone",
                    view.masthead().phone());
        }

        private Language read() {
            return Language.of(entry.message().language()).orElse(Language.FR);
        }

        public List<String> paragraphs() {
            return List.of(entry.message().withoutLink().split("\n\n", -1));
        }
    }

    public List<Item> by(Way way) {
        return items.stream().filter(it -> it.entry().message().way() == way).toList();
    }
}
