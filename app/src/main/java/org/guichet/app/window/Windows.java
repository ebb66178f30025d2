package org.guichet.app.window;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Pool;
import org.guichet.core.beacon.Announced;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the windows. */
@Component
public final class Windows {
    private static final String ADD = """
            insert into registration_window
                (authority_id, pool, window_no, opens_at, closes_at, draw_at, chain, round, fallback)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (authority_id, pool, window_no) do nothing""";

    private static final String LAST = """
            select pool, window_no, opens_at, closes_at, draw_at, chain, round, fallback
            from registration_window
            where authority_id = ? and pool = ?
            order by window_no desc
            limit 1""";

    private static final String OPEN_AT = """
            select pool, window_no, opens_at, closes_at, draw_at, chain, round, fallback
            from registration_window
            where authority_id = ? and pool = ? and closes_at > ?
            order by window_no
            limit 1""";

    // Held until the request is written: the sealing waits for every request that came before the end.
    private static final String ENTER = """
            select window_no
            from registration_window
            where authority_id = ? and pool = ? and window_no = ? and sealed_at is null
            for share""";

    private static final String FIND = """
            select pool, window_no, opens_at, closes_at, draw_at, chain, round, fallback
            from registration_window
            where authority_id = ? and pool = ? and window_no = ?""";

    private static final String OVER = """
            select pool, window_no, opens_at, closes_at, draw_at, chain, round, fallback
            from registration_window
            where authority_id = ? and closes_at <= ? and sealed_at is null
            order by closes_at""";

    private static final String CLOSE = """
            update registration_window
            set sealed_at = ?
            where authority_id = ? and pool = ? and window_no = ? and sealed_at is null""";

    private final JdbcClient jdbc;
    // A window that was announced never changes; so whoever asks what is open now need not ask the database each time.
    private final Map<Pool, Window> open = new ConcurrentHashMap<>();

    Windows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The window that takes the requests made now. */
    public Window openAt(AuthorityId authority, String pool, Instant now) {
        var line = new Pool(authority, pool);
        var known = Optional.ofNullable(open.get(line)).filter(it -> it.isOpenAt(now));
        // Of all who come at the first moment of a window, one asks the database, and the others wait for that answer.
        return known.orElseGet(() -> Objects.requireNonNull(open.compute(
                line,
                (_, before) -> Optional.ofNullable(before)
                        .filter(it -> it.isOpenAt(now))
                        .orElseGet(() -> readOpenAt(line, now)))));
    }

    private Window readOpenAt(Pool line, Instant now) {
        return jdbc.sql(OPEN_AT)
                .params(line.authority().value(), line.code(), Columns.at(now))
                .query(Windows::window)
                .single();
    }

    public Window find(AuthorityId authority, String pool, int number) {
        return jdbc.sql(FIND)
                .params(authority.value(), pool, number)
                .query(Windows::window)
                .single();
    }

    /** Windows whose time is over and whose list is not sealed yet. */
    public List<Window> over(AuthorityId authority, Instant now) {
        return jdbc.sql(OVER)
                .params(authority.value(), Columns.at(now))
                .query(Windows::window)
                .list();
    }

    /** Closes the window for ever, after every request that was on its way; false if somebody else did. */
    public boolean close(AuthorityId authority, Window window, Instant now) {
        return jdbc.sql(CLOSE)
                        .params(Columns.at(now), authority.value(), window.pool(), window.number())
                        .update()
                == 1;
    }

    boolean add(AuthorityId authority, Window window) {
        return jdbc.sql(ADD)
                        .params(
                                authority.value(),
                                window.pool(),
                                window.number(),
                                Columns.at(window.opensAt()),
                                Columns.at(window.closesAt()),
                                Columns.at(window.drawAt()),
                                window.chain(),
                                window.announced().round(),
                                window.announced().fallback())
                        .update()
                == 1;
    }

    Optional<Window> last(AuthorityId authority, String pool) {
        return jdbc.sql(LAST)
                .params(authority.value(), pool)
                .query(Windows::window)
                .optional();
    }

    /** Keeps the window from being sealed until this transaction ends; false if it is sealed already. */
    public boolean enter(AuthorityId authority, Window window) {
        return jdbc.sql(ENTER)
                .params(authority.value(), window.pool(), window.number())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private static Window window(ResultSet row, int index) throws SQLException {
        return new Window(
                row.getString("pool"),
                row.getInt("window_no"),
                Columns.instant(row, "opens_at"),
                Columns.instant(row, "closes_at"),
                Columns.instant(row, "draw_at"),
                row.getString("chain"),
                new Announced(row.getLong("round"), row.getLong("fallback")));
    }
}
