package org.guichet.app.status;

import java.util.List;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.page.Form;
import org.guichet.app.page.View;

/** What suits a request, to be changed. */
public record WishesPage(
        View view, Form form, List<Catalogue.Centre> centres, String morning, String afternoon, String key) {}
