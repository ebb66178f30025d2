package org.guichet.app.draw;

import java.util.List;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.page.View;

/** Every draw there was, newest first. */
public record DrawsPage(View view, Catalogue catalogue, List<Drawing> drawings) {
    public String procedure(Drawing drawing) {
        return catalogue.procedure(drawing.pool()).map(it -> view.t(it.name())).orElse(drawing.pool());
    }
}
