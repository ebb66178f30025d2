package org.guichet.app.appointment;

import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Places;
import org.guichet.app.draw.Drawing;
import org.guichet.app.draw.Drawings;
import org.guichet.app.draw.VoidOrder;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes a draw void that the catalogue says went wrong, as long as no place was given by it. Again changes nothing. */
@Component
public final class VoidDraw {
    private static final Logger LOG = LoggerFactory.getLogger(VoidDraw.class);

    private final Transactions transactions;
    private final Places places;
    private final Drawings drawings;
    private final Runs runs;
    private final VoidOrder order;
    private final LineIndex line;

    VoidDraw(Transactions transactions, Places places, Drawings drawings, Runs runs, VoidOrder order, LineIndex line) {
        this.transactions = transactions;
        this.places = places;
        this.drawings = drawings;
        this.runs = runs;
        this.order = order;
        this.line = line;
    }

    public void voidDraw(AuthorityId authority, Catalogue.Voiding voiding) {
        var asked = drawings.find(authority, voiding.procedure(), voiding.window());
        if (asked.isEmpty()) {
            LOG.error(
                    "The draw of window {} of {} cannot be void: its list is not sealed",
                    voiding.window(),
                    voiding.procedure());
        }
        asked.filter(it -> it.voided().isEmpty())
                .ifPresent(_ -> transactions.run(now -> {
                    // Nobody gives a place of this pool until this is decided.
                    places.lock(authority, voiding.procedure());
                    var drawing = drawings.find(authority, voiding.procedure(), voiding.window())
                            .orElseThrow();
                    if (gavePlaces(authority, drawing)) {
                        LOG.error(
                                "The draw of window {} of {} cannot be void any more: places were given by it",
                                voiding.window(),
                                voiding.procedure());
                    } else if (order.voidOrder(authority, drawing, voiding.reason(), now)) {
                        line.forget(authority, voiding.procedure(), voiding.window());
                        LOG.warn(
                                "The draw of window {} of {} is void: {}",
                                voiding.window(),
                                voiding.procedure(),
                                voiding.reason());
                    }
                }));
    }

    private boolean gavePlaces(AuthorityId authority, Drawing drawing) {
        return drawing.drawn().isPresent()
                && runs.gavePlaces(
                        authority,
                        drawing.pool(),
                        drawing.window(),
                        drawing.drawn().get().at());
    }
}
