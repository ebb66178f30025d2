package org.guichet.app.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.guichet.app.catalogue.CatalogueFile.Reading;
import org.guichet.app.ledger.Journal;
import org.guichet.app.page.Masthead;
import org.guichet.app.page.Tags;
import org.guichet.app.platform.Apart;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.CannotStart;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Pool;
import org.guichet.app.platform.Settings;
import org.guichet.app.platform.Transactions;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.leaf.Leaf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The catalogues in force, one an authority; read from their files at start, and kept in every version. */
@Component
public final class Catalogues implements Masthead.Source {
    private static final String ADD_AUTHORITY = """
            insert into authority (authority_id, code)
            select coalesce(max(authority_id), 0) + 1, ?
            from authority
            on conflict (code) do nothing""";

    private static final String AUTHORITY = """
            select authority_id
            from authority
            where code = ?""";

    private static final String NEWEST = """
            select encode(sha256(convert_to(file, 'UTF8')), 'hex')
            from catalogue
            where authority_id = ?
            order by version desc
            limit 1""";

    private static final String ADD_VERSION = """
            insert into catalogue (authority_id, version, loaded_at, file)
            select ?, coalesce(max(version), 0) + 1, ?, ?
            from catalogue
            where authority_id = ?""";

    // Nodes that start at the same moment load one after the other.
    private static final String LOCK = "lock table authority in share row exclusive mode";

    private final JdbcClient jdbc;
    private final Places places;
    private final Journal journal;
    private final List<StillNamed> named;
    private final Settings settings;
    private final Map<AuthorityId, Catalogue> inForce = new LinkedHashMap<>();
    private final Map<AuthorityId, Hash> files = new HashMap<>();
    private final Map<Pool, Horizon> horizons = new ConcurrentHashMap<>();

    private final Map<AuthorityId, String> editions = new HashMap<>();

    Catalogues(
            JdbcClient jdbc,
            Places places,
            Journal journal,
            List<StillNamed> named,
            Settings settings,
            Transactions transactions) {
        this.jdbc = jdbc;
        this.places = places;
        this.journal = journal;
        this.named = named;
        this.settings = settings;
        for (var file : settings.catalogues()) {
            transactions.run(now -> load(file, now));
        }
        if (inForce.isEmpty()) {
            throw new CannotStart("no catalogue is named; write guichet.catalogues in the configuration.");
        }
    }

    public Catalogue of(AuthorityId authority) {
        return Objects.requireNonNull(inForce.get(authority), "No catalogue of this authority");
    }

    /** Whether no other node has loaded another file since: rules that are out of date make and take no places. */
    public boolean areNewest(AuthorityId authority) {
        return newest(authority).equals(Optional.ofNullable(files.get(authority)));
    }

    public Set<AuthorityId> authorities() {
        return Set.copyOf(inForce.keySet());
    }

    /** Does something for every authority; one that fails keeps no other from it. */
    public void eachAuthority(Consumer<AuthorityId> work) {
        Apart.each(inForce.keySet(), work);
    }

    /** Does something for every procedure of every authority; one that fails keeps no other from it. */
    public void eachProcedure(Work work) {
        eachAuthority(authority ->
                Apart.each(of(authority).procedures(), procedure -> work.on(authority, of(authority), procedure)));
    }

    /** Something to do for a procedure. */
    public interface Work {
        void on(AuthorityId authority, Catalogue catalogue, Catalogue.Procedure procedure);
    }

    /** The authority that answers at this host; the only one answers everywhere. */
    @Override
    public Masthead at(String host) {
        return masthead(inForce.entrySet().stream()
                .filter(it -> it.getValue().authority().hosts().contains(host))
                .findFirst()
                .orElseGet(() -> inForce.entrySet().iterator().next())
                .getKey());
    }

    public Masthead masthead(AuthorityId id) {
        var authority = of(id).authority();
        return new Masthead(
                id,
                authority.name(),
                authority.zone(),
                authority.help().phone(),
                authority.help().hours(),
                authority.help().desk(),
                settings.publicAddress().toString(),
                settings.demo(),
                Objects.requireNonNull(editions.get(id)));
    }

    /** From when until when the counters are open for a procedure, before and after noon; empty where they are not. */
    public Optional<Catalogue.Hours> hours(AuthorityId authority, String procedure, boolean morning) {
        List<Catalogue.Hours> all = of(authority).openings().stream()
                .filter(it -> it.procedure().equals(procedure))
                .flatMap(it -> it.hours().stream())
                .filter(it -> Catalogue.isMorning(it.from()) == morning)
                .toList();
        return all.stream()
                .map(Catalogue.Hours::from)
                .min(LocalTime::compareTo)
                .map(from -> new Catalogue.Hours(
                        from,
                        all.stream()
                                .map(Catalogue.Hours::until)
                                .max(LocalTime::compareTo)
                                .orElse(from)));
    }

    /** What the rules in force make from a day on. */
    public Horizon horizon(AuthorityId authority, String procedure, LocalDate from) {
        var line = new Pool(authority, procedure);
        var last = horizons.get(line);
        return last != null && last.from().equals(from)
                ? last
                : horizons.compute(
                        line,
                        (_, other) -> other != null && other.from().equals(from)
                                ? other
                                : Horizon.of(of(authority), procedure, from));
    }

    private Optional<Hash> newest(AuthorityId authority) {
        return jdbc.sql(NEWEST)
                .params(authority.value())
                .query(String.class)
                .optional()
                .map(Hash::of);
    }

    private void load(Path file, Instant now) {
        var text = text(file);
        switch (CatalogueFile.read(text)) {
            case Reading.Good(var catalogue) -> {
                jdbc.sql(LOCK).update();
                var id = authority(catalogue.authority().code());
                refuse(
                        file,
                        named.stream()
                                .flatMap(it -> it.missing(id, catalogue).stream())
                                .toList());
                places.withdrawOthers(id, catalogue, now);
                var hash = Hash.sha256(text.getBytes(UTF_8));
                if (!newest(id).equals(Optional.of(hash))) {
                    jdbc.sql(ADD_VERSION)
                            .params(id.value(), Columns.at(now), text, id.value())
                            .update();
                    // Whoever has the file can show later which rules held when.
                    journal.append(id, new Leaf.Catalogue(hash));
                }
                files.put(id, hash);
                editions.put(id, Tags.of(text));
                catalogue.procedures().forEach(it -> places.addPool(id, it.code()));
                inForce.put(id, catalogue);
            }
            case Reading.Bad(var complaints) -> refuse(file, complaints);
        }
    }

    private static void refuse(Path file, List<?> complaints) {
        if (!complaints.isEmpty()) {
            throw new CannotStart("the catalogue " + file + " has "
                    + (complaints.size() == 1 ? "a problem" : complaints.size() + " problems") + ":\n"
                    + complaints.stream().map(it -> "  " + it).collect(Collectors.joining("\n")));
        }
    }

    private AuthorityId authority(String code) {
        jdbc.sql(ADD_AUTHORITY).params(code).update();
        return new AuthorityId(
                jdbc.sql(AUTHORITY).params(code).query(Integer.class).single());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new CannotStart("the catalogue " + file + " cannot be read; check its name and who may read it.");
        }
    }
}
