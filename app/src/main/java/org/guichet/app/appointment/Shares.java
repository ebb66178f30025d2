package org.guichet.app.appointment;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.core.allot.Quotas;
import org.guichet.core.allot.Stock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rule 9: what all classes above the ordinary one may take together of each centre and week, and what they took. */
@Component
public final class Shares {
    private static final String TAKE = """
            insert into precedence_use (authority_id, offer_id, pool, centre, starts_at, places)
            values (?, ?, ?, ?, ?, ?)""";

    private static final String WEEKS = """
            select made.centre, made.monday, made.places, coalesce(used.places, 0) as taken
            from (
                select centre, date_trunc('week', starts_at at time zone ?)::date as monday, count(*) as places
                from place
                where authority_id = ? and pool = ? and starts_at >= ? and starts_at < ? and withdrawn_at is null
                group by centre, monday) as made
            left join (
                select precedence_use.centre,
                    date_trunc('week', precedence_use.starts_at at time zone ?)::date as monday,
                    sum(precedence_use.places) as places
                from precedence_use
                join offer on offer.authority_id = precedence_use.authority_id
                    and offer.offer_id = precedence_use.offer_id
                where precedence_use.authority_id = ? and precedence_use.pool = ?
                    and precedence_use.starts_at >= ? and precedence_use.starts_at < ?
                    and offer.state in ('OPEN', 'ACCEPTED', 'ABSENT', 'MET')
                group by precedence_use.centre, monday) as used
                on used.centre = made.centre and used.monday = made.monday
            order by made.monday desc, made.centre""";

    private static final int HUNDRED = 100;

    private final JdbcClient jdbc;

    Shares(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A centre in a week: all its places of a pool, and those that were taken by precedence. */
    public record Week(String centre, LocalDate monday, int places, int taken) {
        /** The declared share, rounded down. */
        public int most(int share) {
            return places * share / HUNDRED;
        }
    }

    /** The weeks that have places between two Mondays, the newest first. */
    public List<Week> weeks(AuthorityId authority, String pool, ZoneId zone, LocalDate from, LocalDate until) {
        var since = Columns.at(from.atStartOfDay(zone).toInstant());
        var to = Columns.at(until.atStartOfDay(zone).toInstant());
        var id = authority.value();
        return jdbc.sql(WEEKS)
                .params(zone.getId(), id, pool, since, to, zone.getId(), id, pool, since, to)
                .query(Shares::week)
                .list();
    }

    /** What is left of the share in the weeks of a stock. */
    Quotas left(AuthorityId authority, Catalogue.Procedure procedure, ZoneId zone, Stock stock) {
        var share = procedure.precedence().share();
        if (share == 0 || stock.places().isEmpty()) {
            return Quotas.none(stock);
        }
        var first = stock.places().getFirst().day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var beyond = stock.places().getLast().day().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        record At(String centre, LocalDate monday) {}
        Map<At, Week> weeks = weeks(authority, procedure.code(), zone, first, beyond).stream()
                .collect(Collectors.toMap(it -> new At(it.centre(), it.monday()), Function.identity()));
        return Quotas.of(stock, (centre, monday) -> {
            var week = weeks.getOrDefault(new At(centre, monday), new Week(centre, monday, 0, 0));
            return Math.max(0, week.most(share) - week.taken());
        });
    }

    /** Counts an offer whose turn came by precedence. */
    void take(AuthorityId authority, Offer offer, int places) {
        jdbc.sql(TAKE)
                .params(
                        authority.value(),
                        offer.id(),
                        offer.pool(),
                        offer.centre(),
                        Columns.at(offer.startsAt()),
                        places)
                .update();
    }

    private static Week week(ResultSet row, int index) throws SQLException {
        return new Week(
                row.getString("centre"),
                row.getObject("monday", Date.class).toLocalDate(),
                row.getInt("places"),
                row.getInt("taken"));
    }
}
