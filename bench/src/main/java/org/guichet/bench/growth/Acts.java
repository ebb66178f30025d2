package org.guichet.bench.growth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.guichet.bench.service.HttpLine;
import org.guichet.bench.service.RunningService;
import org.guichet.bench.service.SealedForms;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do at one service, one after the other over HTTP: they ask, look, withdraw, cancel. */
final class Acts implements AutoCloseable {
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;

    // Nothing else is free, so that what is given back is all that the next in line can get.
    private static final String CLOSE_PLACES = """
            update place
            set withdrawn_at = now()
            where authority_id = ? and pool = ? and withdrawn_at is null""";

    private static final String OPEN_PLACE = """
            update place
            set withdrawn_at = null
            where authority_id = ? and place_id = (
                select place_id
                from place
                where authority_id = ? and pool = ? and starts_at > now() + interval '10 days'
                    and withdrawn_at is not null
                order by place_id
                limit 1)
            returning place_id""";

    private static final String APPOINT = """
            insert into offer
                (authority_id, offer_id, request_id, pool, state, made_at, answer_by, ended_at, centre, starts_at,
                ends_at, chosen)
            select authority_id, ?, ?, pool, 'ACCEPTED', now(), now() + interval '1 day', now(), centre, starts_at,
                ends_at, false
            from place
            where authority_id = ? and place_id = ?""";

    private static final String HOLD = """
            insert into holding (authority_id, place_id, holder, held_at)
            values (?, ?, ?, now())""";

    private final RunningService service;
    private final SealedForms forms;
    private final HttpLine line;
    private final JdbcClient jdbc;
    private final long seed;
    private final List<String> keys = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private long wrong;

    Acts(RunningService service, long seed) {
        this.service = service;
        this.seed = seed;
        forms = new SealedForms(service, RunningService.POOL);
        line = new HttpLine(service.address());
        jdbc = service.get(JdbcClient.class);
    }

    void ask(int person) {
        send(
                forms.post(
                        submission(person),
                        SealedForms.alone("G%d%09d".formatted(seed, person), "personne." + person + "@example.org")),
                SEE_OTHER,
                "/recu?");
    }

    void look(int person) {
        send(HttpLine.get(service.address(), "/fr/suivi?k=" + keys.get(person)), OK, "");
    }

    /** Until the page shows what was read of the line. */
    void lookUntilRead(int person) {
        line.sendUntilOther(HttpLine.get(service.address(), "/fr/suivi?k=" + keys.get(person)));
    }

    void withdraw(int person) {
        send(HttpLine.post(service.address(), "/fr/suivi/retrait?k=" + keys.get(person)), SEE_OTHER, "/suivi?");
    }

    void cancel(int person) {
        send(
                HttpLine.post(service.address(), "/fr/rendez-vous/annulation?k=" + keys.get(person)),
                SEE_OTHER,
                "/suivi?");
    }

    /** Draws the window of so many who asked, long ago. */
    void drawLongAgo(Others others, int asked) {
        var authority = RunningService.AUTHORITY.value();
        var pool = RunningService.POOL;
        others.draw(asked);
        jdbc.sql(CLOSE_PLACES).params(authority, pool).update();
        for (int person = 0; person < asked; person++) {
            var request = service.get(Requests.class)
                    .find(RunningService.AUTHORITY, submission(person))
                    .orElseThrow();
            requests.add(request);
            keys.add(service.get(Passes.class).key(RunningService.AUTHORITY, request.id(), Passes.Level.LINK));
        }
    }

    /** Gives somebody an appointment. */
    void appoint(int person) {
        var authority = RunningService.AUTHORITY.value();
        var offer = UUID.randomUUID();
        var place = jdbc.sql(OPEN_PLACE)
                .params(authority, authority, RunningService.POOL)
                .query(Long.class)
                .single();
        jdbc.sql(APPOINT)
                .params(offer, requests.get(person).id().value(), authority, place)
                .update();
        jdbc.sql(HOLD).params(authority, place, offer).update();
    }

    /** Answers that were not what they had to be. */
    long wrong() {
        return wrong;
    }

    private void send(byte[] request, int status, String location) {
        var answer = line.send(request);
        if (answer.status() != status || !answer.location().contains(location)) {
            wrong++;
        }
    }

    private UUID submission(int person) {
        return UUID.nameUUIDFromBytes((seed + " growth " + person).getBytes(UTF_8));
    }

    @Override
    public void close() {
        line.close();
    }
}
