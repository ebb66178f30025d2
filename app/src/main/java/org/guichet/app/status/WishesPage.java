package org.guichet.app.status;

import java.util.List;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.page.Form;
import org.guichet.app.page.View;

/** How the persons of a request come and what suits them, to be changed. */
public record WishesPage(
        View view,
        Form form,
        int persons,
        List<Catalogue.Centre> centres,
        String morning,
        String afternoon,
        String key) {}
