package org.guichet.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.CatalogueFile;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.closure.FollowRules;
import org.guichet.app.limit.FreshCounts;
import org.guichet.app.notice.Reach;
import org.guichet.app.page.Language;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.EmbeddedDatabase;
import org.guichet.app.platform.Job;
import org.guichet.app.platform.Jobs;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Application;
import org.guichet.app.registration.Register;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;
import org.guichet.core.ledger.note.WitnessList;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one small world of the tests: the whole service with its real database, a clock that is set by hand, a rehearsal
 * beacon and a letter box in the place of mail. Six places on Thursday 22 and Friday 23 April 2021; nobody has asked
 * yet.
 */
public final class World {
    public static final AuthorityId AUTHORITY = new AuthorityId(1);
    public static final String POOL = "famille";

    /** Friday 2 April 2021, 10:30: the window is open. */
    public static final Instant START = paris("2021-04-02T10:30");

    public static final Applicant AMINATA = person("TRAORÉ", "Aminata", "ML", "12AB34567");
    public static final Applicant AMINA = person("BENALI", "Amina", "DZ", "22CD34567");
    public static final Applicant KARIM = person("BENALI", "Karim", "DZ", "22CD34568");
    public static final Applicant LAN = person("NGUYEN", "Thi Lan", "VN", "32EF34569");

    /** More than any test has people at the same moment; nodes beside the world have some of their own. */
    public static final int CONNECTIONS = 60;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TRIES_MAX = 10;
    private static final World ONE = new World();

    private final ConfigurableApplicationContext context;

    private World() {
        this.context = start();
    }

    /** The world as it begins. */
    public static World fresh() {
        return fresh(WitnessList.NONE, 0);
    }

    /** The world as it begins where draws need some of these witnesses. */
    public static World fresh(WitnessList witnesses, int quorum) {
        ONE.get(WorldConfiguration.HandWitnesses.class).declare(witnesses, quorum);
        ONE.clock().set(START);
        ONE.letters().clear();
        FreshCounts.in(ONE);
        ONE.get(WorldConfiguration.HandBeacon.class).silent(false);
        ONE.get(WorldConfiguration.HandBeacon.class).missing(0);
        var tables = ONE.jdbc()
                .sql("select string_agg(quote_ident(tablename), ', ') from pg_tables where schemaname = 'public'"
                        + " and tablename not in ('authority', 'catalogue', 'pool', 'flyway_schema_history')")
                .query(String.class)
                .single();
        truncate(tables);
        ONE.get(Catalogues.class)
                .eachProcedure((authority, catalogue, procedure) ->
                        ONE.get(FollowRules.class).follow(authority, catalogue, procedure.code()));
        ONE.jobs();
        return ONE;
    }

    // What the test before began may still be at work, and hold in another order what this locks.
    private static void truncate(String tables) {
        for (var tries = 1; ; tries++) {
            try {
                ONE.jdbc().sql("truncate " + tables + " cascade").update();
                return;
            } catch (PessimisticLockingFailureException deadlock) {
                if (tries == TRIES_MAX) {
                    throw deadlock;
                }
            }
        }
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public <T> List<T> all(Class<T> type) {
        return context.getBeanProvider(type).orderedStream().toList();
    }

    /** Somebody at a browser. */
    public Visitor visitor() {
        return new Visitor(
                Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"))));
    }

    public JdbcClient jdbc() {
        return get(JdbcClient.class);
    }

    /** Where the database is, for those who come to it by another way. */
    public EmbeddedDatabase database() {
        return get(EmbeddedDatabase.class);
    }

    public WorldConfiguration.HandClock clock() {
        return get(WorldConfiguration.HandClock.class);
    }

    public WorldConfiguration.LetterBox letters() {
        return get(WorldConfiguration.LetterBox.class);
    }

    /** Does whatever is due. */
    public void jobs() {
        get(Jobs.class).runAll();
    }

    /** Does what the job of this name does. */
    public void job(String name) {
        context.getBeanProvider(Job.class).stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow()
                .work()
                .run();
    }

    public void goTo(String local) {
        clock().set(paris(local));
        jobs();
    }

    /** To the draw of the first window, and the first run after it. */
    public void drawAndRun() {
        goTo("2021-04-12T00:00:01");
        goTo("2021-04-12T12:00:01");
        goTo("2021-04-12T16:00:01");
    }

    public Request register(Applicant... persons) {
        return register(application(persons));
    }

    public Request register(Application application) {
        return get(Register.class).register(AUTHORITY, application).request();
    }

    public Optional<Offer> offer(Request request) {
        return get(Offers.class).live(AUTHORITY, request.id());
    }

    public Request reload(Request request) {
        return get(Requests.class).get(AUTHORITY, request.id());
    }

    /** Holds every request back just before its leaf, does that, and lets them go. */
    public void whileNoLeafIsTaken(Runnable work) {
        get(Transactions.class).run(_ -> {
            jdbc().sql("lock table leaf in share mode").update();
            work.run();
        });
    }

    /** Until so many wait for a lock of the database. */
    public void awaitBlocked(int count) {
        var end = Instant.now().plus(PATIENCE);
        while (blocked() < count) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Only %d wait for a lock".formatted(blocked()));
            }
            Thread.onSpinWait();
        }
    }

    /** How many wait for a lock of the database. */
    public int blocked() {
        return jdbc().sql("select count(*) from pg_locks where not granted")
                .query(Integer.class)
                .single();
    }

    /** Breaks the connection of the one who waits for a lock. */
    public void breakBlocked() {
        jdbc().sql("select pg_terminate_backend(pid) from pg_locks where not granted")
                .query(Boolean.class)
                .single();
    }

    public int count(String table) {
        return jdbc().sql("select count(*) from " + table).query(Integer.class).single();
    }

    public static Application application(Applicant... persons) {
        return application(Wishes.ANYTHING, Together.SIMULTANEOUS, persons);
    }

    public static Application application(Wishes wishes, Together together, Applicant... persons) {
        var name = persons[0].givenNames().toLowerCase(Locale.ROOT).replace(' ', '.');
        return new Application(
                POOL,
                UUID.randomUUID(),
                Language.FR,
                List.of(persons),
                together,
                wishes,
                new Reach(name + "@example.org", "", "", ""));
    }

    /** Somebody new, told apart by a number. */
    public static Applicant somebody(int number) {
        return person("PERSONNE", "No " + number, "FR", "%09d".formatted(number));
    }

    public static Applicant person(String family, String given, String country, String document) {
        return new Applicant(
                family,
                given,
                "",
                new Applicant.Birth(1985, Optional.of(4), Optional.of(22)),
                Optional.of(new Applicant.Document(Applicant.Document.Kind.PASSPORT, country, document)),
                "");
    }

    public static Instant paris(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Paris")).toInstant();
    }

    /** The rules of the world with another word here or there. */
    public static Catalogue rules(UnaryOperator<String> edit) {
        try (var file = Objects.requireNonNull(World.class.getResourceAsStream("/world.yaml"))) {
            var text = edit.apply(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            return ((CatalogueFile.Reading.Good) CatalogueFile.read(text)).catalogue();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static ConfigurableApplicationContext start() {
        try {
            Path folder = Files.createTempDirectory("guichet-world");
            Path catalogue = folder.resolve("world.yaml");
            try (var file = World.class.getResourceAsStream("/world.yaml")) {
                Files.copy(Objects.requireNonNull(file), catalogue);
            }
            return new SpringApplicationBuilder(Service.class, WorldConfiguration.class)
                    .properties(Map.of(
                            "guichet.folder", folder.toString(),
                            "guichet.catalogues", catalogue.toString(),
                            "guichet.background", "false",
                            "logging.level.com.zaxxer.hikari.pool.ProxyConnection", "error",
                            "logging.level.org.springframework.transaction.support.TransactionTemplate", "off",
                            "guichet.proxies", "127.0.0.1,::1",
                            "spring.main.allow-bean-definition-overriding", "true",
                            "server.port", "0"))
                    .run("--spring.datasource.hikari.maximum-pool-size=" + CONNECTIONS);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
