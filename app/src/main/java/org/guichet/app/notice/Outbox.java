package org.guichet.app.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Locked;
import org.guichet.app.platform.TimedId;
import org.guichet.app.platform.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages waiting to be sent or told, and those that were; whom they are for and what they say is locked. */
@Component
public final class Outbox {
    private static final String ADD = """
            insert into notice
                (authority_id, notice_id, request_id, kind, urgent, by_hand, written_at, try_at, tries, message)
            select ?, notice_id, request_id, kind, kind = any(?::text[]), by_hand, written_at, written_at, 0, message
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::boolean[], ?::timestamptz[], ?::bytea[])
                as letter (notice_id, request_id, kind, by_hand, written_at, message)""";

    // Two nodes never send the same message: whoever takes it has it until its next turn.
    private static final String TAKE = """
            select notice_id, request_id, kind, written_at, done_at, tries, message
            from notice
            where authority_id = ? and urgent = ? and done_at is null and not by_hand and try_at <= ?
                and notice_id <> all(?::uuid[])
            order by try_at
            limit ?
            for update skip locked""";

    private static final String TRIED = """
            update notice
            set tries = tries + 1, try_at = ?::timestamptz + make_interval(mins => 1 << least(tries, 10))
            where authority_id = ? and notice_id = any(?::uuid[])""";

    private static final String GIVE_BACK = """
            update notice
            set tries = tries - 1, try_at = ?
            where authority_id = ? and notice_id = any(?::uuid[]) and done_at is null""";

    private static final String BY_HAND = """
            select notice_id, request_id, kind, written_at, done_at, tries, message
            from notice
            where authority_id = ? and done_at is null and by_hand
            order by (refused_at is not null), written_at
            limit ?""";

    private static final String NEWEST = """
            select notice_id, request_id, kind, written_at, done_at, tries, message
            from notice
            where authority_id = ?
            order by written_at desc, notice_id
            limit ?""";

    private static final String OF_REQUEST = """
            select notice_id, request_id, kind, written_at, done_at, tries, message
            from notice
            where authority_id = ? and request_id = ?
            order by written_at desc, notice_id""";

    private static final String DONE = """
            update notice
            set done_at = ?
            where authority_id = ? and notice_id = ? and done_at is null""";

    private static final String REFUSED = """
            update notice
            set refused_at = coalesce(refused_at, ?), by_hand = coalesce(refused_at <= ?, false)
            where authority_id = ? and notice_id = ?
            returning by_hand""";

    private static final String TAKE_BACK = """
            delete from notice
            where authority_id = ? and request_id = ? and written_at = ? and kind = ? and done_at is null
            returning tries""";

    private static final String COUNT_GONE = """
            select count(*)
            from notice
            where authority_id = ? and request_id = ? and written_at = ? and kind = ?""";

    // Where nothing was written, the person asks at the desk.
    private static final String HAS_LEFT = """
            select coalesce(bool_or(coalesce(least(done_at, refused_at) <= ?, false)), true)
            from notice
            where authority_id = ? and request_id = ? and written_at = ? and kind = ?""";

    /** One row of the outbox. */
    public record Entry(
            UUID id,
            UUID request,
            String kind,
            Instant writtenAt,
            Optional<Instant> doneAt,
            int tries,
            Message message) {}

    /** A message on its way into the outbox, locked already; {@code byHand} is told by an agent. */
    public record Letter(UUID id, UUID request, String kind, boolean byHand, Instant writtenAt, Locked message) {}

    private final JdbcClient jdbc;
    private final Vault vault;

    Outbox(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** What an agent has still to tell, oldest first; in the end what could not be sent, since its address is none. */
    public List<Entry> byHand(AuthorityId authority, int most) {
        return jdbc.sql(BY_HAND)
                .params(authority.value(), most)
                .query((row, _) -> entry(authority, row))
                .list();
    }

    public List<Entry> newest(AuthorityId authority, int most) {
        return jdbc.sql(NEWEST)
                .params(authority.value(), most)
                .query((row, _) -> entry(authority, row))
                .list();
    }

    public List<Entry> ofRequest(AuthorityId authority, UUID request) {
        return jdbc.sql(OF_REQUEST)
                .params(authority.value(), request)
                .query((row, _) -> entry(authority, row))
                .list();
    }

    /** Marks as sent or told; again changes nothing. */
    public void done(AuthorityId authority, UUID notice, Instant now) {
        jdbc.sql(DONE).params(Columns.at(now), authority.value(), notice).update();
    }

    /** Remembers that its address is none; it is tried again all the same, until an agent has it: then true. */
    boolean refused(AuthorityId authority, UUID notice, Instant now) {
        var since = now.minus(Limits.MAIL_REFUSED_FOR);
        return jdbc.sql(REFUSED)
                .params(Columns.at(now), Columns.at(since), authority.value(), notice)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Takes back what was written at that instant and has not left; false if some of it has, or may have. */
    public boolean takeBack(AuthorityId authority, UUID request, String kind, Instant writtenAt) {
        Object[] written = {authority.value(), request, Columns.at(writtenAt), kind};
        var tries = jdbc.sql(TAKE_BACK).params(written).query(Integer.class).list();
        return tries.stream().allMatch(it -> it == 0)
                && jdbc.sql(COUNT_GONE).params(written).query(Integer.class).single() == 0;
    }

    /**
     * Whether something of this kind that was written at that instant was sent or told until another, by any way; or
     * refused by then, since whoever gives an address that is none would else never count as told; or whether no way
     * was named.
     */
    public boolean hasLeft(AuthorityId authority, UUID request, String kind, Instant writtenAt, Instant until) {
        return jdbc.sql(HAS_LEFT)
                .params(Columns.at(until), authority.value(), request, Columns.at(writtenAt), kind)
                .query(Boolean.class)
                .single();
    }

    Letter letter(AuthorityId authority, UUID request, String kind, Message message, Instant now) {
        var id = TimedId.at(now);
        return new Letter(
                id, request, kind, message.way() != Way.EMAIL, now, vault.locked(message, place(authority, id)));
    }

    /** Part of the caller's transaction. */
    public void add(AuthorityId authority, List<Letter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        jdbc.sql(ADD)
                .params(
                        authority.value(),
                        Columns.of(Kinds.URGENT, it -> it),
                        Columns.of(letters, Letter::id),
                        Columns.of(letters, Letter::request),
                        Columns.of(letters, Letter::kind),
                        Columns.of(letters, Letter::byHand),
                        Columns.of(letters, Letter::writtenAt),
                        Locked.of(letters, Letter::message))
                .update();
    }

    /**
     * The next messages to send, but for those under way; what must be read in time comes first. Nobody else is given
     * them before their next turn, which is later each time.
     */
    List<Entry> take(AuthorityId authority, Instant now, int most, List<UUID> underWay) {
        var taken = new ArrayList<Entry>();
        for (var urgent : List.of(true, false)) {
            taken.addAll(jdbc.sql(TAKE)
                    .params(
                            authority.value(),
                            urgent,
                            Columns.at(now),
                            Columns.of(underWay, it -> it),
                            most - taken.size())
                    .query((row, _) -> entry(authority, row))
                    .list());
        }
        jdbc.sql(TRIED)
                .params(Columns.at(now), authority.value(), Columns.of(taken, Entry::id))
                .update();
        return taken;
    }

    /** They were not tried after all: it is their turn at once. */
    void giveBack(AuthorityId authority, List<Entry> taken, Instant now) {
        jdbc.sql(GIVE_BACK)
                .params(Columns.at(now), authority.value(), Columns.of(taken, Entry::id))
                .update();
    }

    private static String place(AuthorityId authority, UUID id) {
        return authority.value() + "/notice/" + id;
    }

    private Entry entry(AuthorityId authority, ResultSet row) throws SQLException {
        var id = Columns.uuid(row, "notice_id");
        return new Entry(
                id,
                Columns.uuid(row, "request_id"),
                row.getString("kind"),
                Columns.instant(row, "written_at"),
                Columns.optionalInstant(row, "done_at"),
                row.getInt("tries"),
                vault.unlock(row.getBytes("message"), place(authority, id), Message.class));
    }
}
