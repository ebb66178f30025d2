package org.guichet.app.appointment;

import java.util.List;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.StillNamed;
import org.guichet.app.platform.AuthorityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The centres in which people were offered places. */
@Component
final class OfferedCentres implements StillNamed {
    // From one centre to the next in the index, however many offers there are.
    private static final String OFFERED_IN = """
            with recursive named as (
                select (
                    select min(centre)
                    from offer
                    where authority_id = ?) as centre
                union all
                select (
                    select min(offer.centre)
                    from offer
                    where authority_id = ? and offer.centre > named.centre)
                from named
                where named.centre is not null)
            select centre
            from named
            where centre is not null
            order by centre""";

    private final JdbcClient jdbc;

    OfferedCentres(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> missing(AuthorityId authority, Catalogue catalogue) {
        var id = authority.value();
        return jdbc.sql(OFFERED_IN).params(id, id).query(String.class).list().stream()
                .filter(it -> catalogue.centre(it).isEmpty())
                .map("people had appointments in %s; put it back under 'centres', and end its openings"::formatted)
                .toList();
    }
}
