package org.guichet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.guichet.app.access.StaffBrowser;
import org.guichet.app.appointment.Offer;
import org.guichet.app.registration.Passes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A real server, really stopped, frozen, read-only or full: what people see, and how they go on afterwards. */
@Timeout(300)
final class DatabaseAwayTest {
    // A connection that does not answer is given up after twenty seconds, where nobody looks at it before.
    private static final Duration FIRST_ANSWER_MAX = Duration.ofSeconds(15);
    // Whoever waits for a connection waits for two seconds.
    private static final Duration REFUSAL_MAX = Duration.ofMillis(1_900);
    private static final String TYPED = "Éà <b> & \" ' 42";
    private static final String TYPED_IN_PAGE = "value=\"Éà &lt;b> &amp; &#34; &#39; 42\"";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::(?:[^{}]|\\{[^{}]*})*)?}");

    private World world;
    private Visitor visitor;
    private StaffBrowser agent;
    private DatabaseServer server;
    private Offer offer;
    private String key = "";

    @BeforeEach
    void begin() {
        world = World.fresh();
        visitor = world.visitor();
        agent = StaffBrowser.at(world, 5);
        agent.get("/agent");
        server = new DatabaseServer(world);
        var request = world.register(World.AMINATA);
        world.drawAndRun();
        offer = world.offer(request).orElseThrow();
        key = world.get(Passes.class).key(World.AUTHORITY, request.id(), Passes.Level.LINK);
    }

    /** Whoever uses this world next finds it whole. */
    @AfterEach
    void end() {
        world.get(Faults.class).disarm();
        await(() -> visitor.get("/fr/tirages").status() == 200);
    }

    @Test
    void every_address_says_at_once_and_in_its_language_that_the_database_is_away() {
        server.stop();
        try {
            assertThat(millis(() -> visitor.get("/fr/tirages"))).isLessThan(FIRST_ANSWER_MAX.toMillis());
            var away = new int[1];
            var slow = 0;
            for (var address : addresses(RequestMethod.GET)) {
                var millis = millis(() ->
                        away[0] += judge(address, address.startsWith("/agent") ? seenByAgent(address) : seen(address)));
                slow += millis > REFUSAL_MAX.toMillis() ? 1 : 0;
            }
            assertThat(away[0]).isGreaterThan(20);
            assertThat(slow).as("only who asks for all is held up").isLessThan(away[0] * 2 / 3);
            assertThat(visitor.get("/ar/tirages").body()).contains("dir=\"rtl\"", "الخدمة متوقفة");
            assertThat(visitor.get("/en/tirages").body()).contains("The service is stopped");
        } finally {
            server.start();
        }
    }

    @Test
    void every_form_is_kept_in_the_page_and_sent_again_from_it() {
        var away = 0;
        var answer = "/fr/proposition/" + offer.id() + "/reponse?k=" + key;
        server.stop();
        Visitor.Page page;
        try {
            for (var address : addresses(RequestMethod.POST)) {
                away += address.startsWith("/agent") ? sentByAgent(address) : sent(address);
            }
            assertThat(away).isGreaterThan(12);
            page = visitor.post(answer, Map.of("reponse", "oui"));
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).contains("il ne compte qu’une fois", "name=\"reponse\" value=\"oui\"");
        } finally {
            server.start();
        }
        await(() -> visitor.get("/fr/tirages").status() == 200);
        var again = page.after("<form method=\"post\" action=\"");
        assertThat(again).isEqualTo(answer);
        assertThat(visitor.post(again, Map.of("reponse", "oui")).location()).startsWith("/fr/rendez-vous?k=");
    }

    @Test
    void nobody_finds_a_password_in_a_page() {
        world.get(Faults.class).arm(1, "53100");
        var page = agent.post("/agent/appel", "mot-de-passe", "bienvenue", "texte", TYPED);
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body()).contains(TYPED_IN_PAGE, "name=\"_csrf\"").doesNotContain("bienvenue");
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    @Test
    void a_server_that_neither_answers_nor_refuses_holds_nobody_up() throws InterruptedException {
        server.freeze();
        try {
            // What was used a moment ago is believed to be sound.
            Thread.sleep(Duration.ofSeconds(1));
            assertThat(millis(() ->
                            assertThat(visitor.get("/fr/tirages").status()).isEqualTo(503)))
                    .isLessThan(FIRST_ANSWER_MAX.toMillis());
        } finally {
            server.thaw();
        }
    }

    @Test
    void a_database_that_only_reads_shows_pages_and_keeps_what_is_sent() {
        server.readOnly(true);
        try {
            assertThat(visitor.get("/fr/tirages").status()).isEqualTo(200);
            var page = visitor.post("/fr/suivi", Map.of("numero", "482901736547", "annee", "1985"));
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).contains("name=\"annee\" value=\"1985\"", "name=\"numero\" value=\"482901736547\"");
        } finally {
            server.readOnly(false);
        }
    }

    @Test
    void a_full_disk_is_told_and_nothing_is_half_written() {
        // While places are drawn, and not chosen.
        World.fresh();
        var before = world.count("request") + world.count("leaf") + world.count("notice");
        var send = visitor.askAlone("NGUYEN", "32EF34569").after("<form method=\"post\" action=\"");
        var step = 0;
        for (boolean full = true; full; ) {
            world.get(Faults.class).arm(++step, "53100");
            var page = visitor.post(send, Map.of());
            full = world.get(Faults.class).disarm();
            assertThat(page.status()).as("step %d", step).isEqualTo(full ? 503 : 303);
            var after = world.count("request") + world.count("leaf") + world.count("notice");
            assertThat(after - before).isEqualTo(full ? 0 : 3);
        }
        assertThat(step).isGreaterThan(4);
    }

    private Visitor.Page seen(String address) {
        return visitor.get(address + "?k=" + key);
    }

    private Visitor.Page seenByAgent(String address) {
        var page = agent.get(address);
        return new Visitor.Page(page.status(), page.body(), page.location(), page.whole());
    }

    private static int judge(String address, Visitor.Page page) {
        assertThat(page.status()).as(address).isIn(200, 303, 400, 404, 410, 503);
        if (page.status() == 503) {
            assertThat(page.response().headers().firstValue("Retry-After")).contains("60");
            assertThat(page.body()).as(address).contains("Le service est arrêté", "Ouvrir encore", "<html lang=\"fr\"");
            return 1;
        }
        return 0;
    }

    private int sent(String address) {
        return kept(address, visitor.post(address + "?k=" + key, Map.of("texte", TYPED)));
    }

    private int sentByAgent(String address) {
        var page = agent.post(address, "texte", TYPED);
        return kept(address, new Visitor.Page(page.status(), page.body(), page.location(), page.whole()));
    }

    private static int kept(String address, Visitor.Page page) {
        assertThat(page.status()).as(address).isIn(200, 303, 400, 404, 410, 503);
        if (page.status() == 503) {
            assertThat(page.body()).as(address).contains("name=\"texte\" " + TYPED_IN_PAGE, "Envoyer encore");
            return 1;
        }
        return 0;
    }

    /** Every address that there is for an agent or in French, with something in it that exists. */
    private List<String> addresses(RequestMethod method) {
        var found = new TreeSet<String>();
        for (var mapping :
                Objects.requireNonNull(world.get(DispatcherServlet.class).getHandlerMappings())) {
            if (mapping instanceof RequestMappingHandlerMapping ours) {
                ours.getHandlerMethods().keySet().stream()
                        .filter(it -> it.getMethodsCondition().getMethods().contains(method))
                        .flatMap(it -> it.getPatternValues().stream())
                        .filter(it -> !it.startsWith("/en") && !it.startsWith("/ar"))
                        .forEach(it -> found.add(filled(it)));
            }
        }
        return List.copyOf(found);
    }

    private String filled(String pattern) {
        return VARIABLE.matcher(pattern)
                .replaceAll(it -> switch (it.group(1)) {
                    case "authority", "window" -> "1";
                    case "code", "pool", "procedure" -> World.POOL;
                    case "slug" -> "qui";
                    case "centre" -> "charcot";
                    default -> offer.id().toString();
                })
                .replace("/tile/**", "/tile/0/000");
    }

    private static long millis(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static void await(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
