package org.guichet.app.welcome;

import java.util.List;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.page.View;

/** What one can come for. */
public record ProceduresPage(View view, List<Catalogue.Procedure> procedures) {}
