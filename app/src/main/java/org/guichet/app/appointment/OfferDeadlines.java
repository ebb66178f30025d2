package org.guichet.app.appointment;

import java.time.Instant;
import java.util.List;
import org.guichet.app.outage.Deadlines;
import org.guichet.app.outage.Outage;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Limits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves the time to answer of every open offer by an outage, and tells those who were to answer. */
@Component
final class OfferDeadlines implements Deadlines {
    // An outage begins with the last word before it, so an offer may be a few seconds younger; none is younger than its
    // end, since whoever makes one has accounted for it.
    private static final String MOVE = """
            update offer
            set answer_by = least(
                    answer_by + make_interval(secs => ?), greatest(answer_by, starts_at - make_interval(secs => ?))),
                cut_short = cut_short
                    or answer_by + make_interval(secs => ?) > starts_at - make_interval(secs => ?)
            where authority_id = ? and state = 'OPEN' and answer_by > ?
            returning offer_id, request_id, pool, state, made_at, answer_by, ended_at, centre, starts_at, ends_at,
                chosen""";

    private final JdbcClient jdbc;
    private final OfferNotices notices;

    OfferDeadlines(JdbcClient jdbc, OfferNotices notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    @Override
    public void move(AuthorityId authority, Outage outage, Instant now) {
        for (var offer : moved(authority, outage)) {
            if (now.isBefore(offer.answerBy())) {
                notices.tell(authority, offer, now, "moved");
            }
        }
    }

    private List<Offer> moved(AuthorityId authority, Outage outage) {
        var length = outage.length().toSeconds();
        var last = Limits.OFFER_ENDS_AT_LAST.toSeconds();
        return jdbc.sql(MOVE)
                .params(length, last, length, last, authority.value(), Columns.at(outage.from()))
                .query(Offers::offer)
                .list();
    }
}
