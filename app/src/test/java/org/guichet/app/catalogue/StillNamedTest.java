package org.guichet.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.guichet.app.World;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.CannotStart;
import org.guichet.app.platform.Settings;
import org.guichet.app.platform.Transactions;
import org.guichet.core.ledger.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** Loire has two of the six places of the world; 'remise' has places that nobody asked for. */
final class StillNamedTest {
    private static final Pattern CENTRE = Pattern.compile("(?m)^  loire:\n(    .*\n)+");
    private static final Pattern PROCEDURE = Pattern.compile("(?m)^  remise:\n(    .*\n)+");
    private static final Pattern PROCEDURE_OPENINGS =
            Pattern.compile("(?m)^  - centre: .*\n(    .*\n)*?    procedure: remise\n(    .*\n)+");
    private static final Pattern CENTRE_OPENINGS = Pattern.compile("(?m)^  - centre: loire\n(    .*\n)+");

    private final World world = World.fresh();

    @TempDir
    private Path folder;

    private String rules = "";

    @BeforeEach
    void read() throws IOException {
        try (var file = Objects.requireNonNull(World.class.getResourceAsStream("/world.yaml"))) {
            rules = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_centre_where_nobody_had_an_appointment_may_go() {
        assertThatCode(() -> start(withoutLoire())).doesNotThrowAnyException();
    }

    @Test
    void a_centre_where_somebody_has_an_offer_must_stay() {
        for (var i = 0; i < 6; i++) {
            world.register(World.somebody(i));
        }
        world.drawAndRun();
        assertThat(world.count("offer where centre = 'loire'")).isPositive();
        assertThatThrownBy(() -> start(withoutLoire()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("people had appointments in loire; put it back under 'centres'");
    }

    @Test
    void a_procedure_that_people_asked_for_must_stay() {
        world.register(World.AMINATA);
        var gone = rules.replace("  famille:\n", "  union:\n").replace("procedure: famille", "procedure: union");
        assertThatThrownBy(() -> start(gone))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("people have asked for famille; put it back under 'procedures'");
    }

    @Test
    void a_procedure_that_nobody_asked_for_leaves_its_counters_to_others() {
        var counted = "place where pool = 'remise' and withdrawn_at is null";
        assertThat(world.count(counted)).isPositive();
        var gone = PROCEDURE.matcher(rules).replaceFirst("");
        gone = PROCEDURE_OPENINGS.matcher(gone).replaceFirst("");
        assertThat(countAfterStart(gone, counted)).isZero();
    }

    @Test
    void a_file_that_is_new_stands_in_the_journal() {
        var changed = rules + "# Another.\n";
        var hash = Hash.sha256(changed.getBytes(StandardCharsets.UTF_8)).hex();
        assertThat(countAfterStart(changed, "leaf where body = E'guichet.org/catalogue@v1\\nfile " + hash + "\\n'"))
                .isEqualTo(1);
        assertThat(countAfterStart(rules, "leaf where body like 'guichet.org/catalogue@v1%'"))
                .as("one that is in force already")
                .isZero();
    }

    private String withoutLoire() {
        var gone = CENTRE.matcher(rules).replaceFirst("");
        return CENTRE_OPENINGS.matcher(gone).replaceFirst("");
    }

    private void start(String text) {
        countAfterStart(text, "place");
    }

    /** As a start with this file would; nothing of it stays. */
    private int countAfterStart(String text, String counted) {
        var transaction = new TransactionTemplate(world.get(PlatformTransactionManager.class));
        return Objects.requireNonNull(transaction.execute(open -> {
            open.setRollbackOnly();
            new Catalogues(
                    world.jdbc(),
                    world.get(Places.class),
                    world.get(Journal.class),
                    world.all(StillNamed.class),
                    settings(text),
                    world.get(Transactions.class));
            TransactionSynchronizationUtils.triggerBeforeCommit(false);
            return world.count(counted);
        }));
    }

    private Settings settings(String text) {
        var file = folder.resolve("rules.yaml");
        try {
            Files.writeString(file, text);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        return new Binder(new MapConfigurationPropertySource(Map.of("guichet.catalogues", file.toString())))
                .bindOrCreate("guichet", Settings.class);
    }
}
