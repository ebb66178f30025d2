package org.guichet.app.registration;

import java.util.List;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.StillNamed;
import org.guichet.app.platform.AuthorityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The procedures that people have asked for. */
@Component
final class AskedProcedures implements StillNamed {
    private static final String ASKED_FOR = """
            select pool
            from pool
            where authority_id = ? and exists (
                select
                from request
                where request.authority_id = pool.authority_id and request.pool = pool.pool)
            order by pool""";

    private final JdbcClient jdbc;

    AskedProcedures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> missing(AuthorityId authority, Catalogue catalogue) {
        return jdbc.sql(ASKED_FOR).params(authority.value()).query(String.class).list().stream()
                .filter(it -> catalogue.procedure(it).isEmpty())
                .map("people have asked for %s; put it back under 'procedures', and end its openings"::formatted)
                .toList();
    }
}
