package org.guichet.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.guichet.app.platform.Settings;
import org.junit.jupiter.api.Test;

/** A service whose address is encrypted, behind a proxy that opens what it gets. */
final class EncryptedTest {
    private static final String[] PAGES = {"/fr", "/style.css", "/fr/suivi", "/agent", "/agent/connexion"};

    private final World world = World.fresh();

    @Test
    void every_page_tells_browsers_to_come_encrypted_only() {
        var folder = world.get(Settings.class).folder();
        try (var node = Node.start(
                world, folder, "--guichet.leaving=0s", "--guichet.public-address=https://rendez-vous.example.org")) {
            for (var page : PAGES) {
                assertThat(strict(node.visitor(), page)).as(page).isEqualTo("max-age=31536000");
            }
        }
    }

    @Test
    void where_the_address_is_not_encrypted_nothing_is_said() {
        for (var page : PAGES) {
            assertThat(strict(world.visitor(), page)).as(page).isEmpty();
        }
    }

    private static String strict(Visitor visitor, String page) {
        return visitor.get(page)
                .response()
                .headers()
                .firstValue("Strict-Transport-Security")
                .orElse("")
                .strip();
    }
}
