package org.guichet.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Files that are secrets. */
final class KeysTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw----r--", "rw-r-----", "rw--w----"})
    void a_key_file_that_others_may_read_or_change_is_refused_with_the_way_to_mend_it(String permissions)
            throws IOException {
        keys().aead("vault");
        var file = folder.resolve("keys/vault.json");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        assertThatThrownBy(this::keys)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("chmod 600")
                .hasMessageContaining(file.toString());
    }

    @Test
    void key_files_of_the_owner_alone_are_taken() throws Exception {
        var sealed = keys().aead("vault").encrypt("it".getBytes(StandardCharsets.UTF_8), new byte[0]);
        Files.setPosixFilePermissions(folder.resolve("keys/vault.json"), PosixFilePermissions.fromString("r--------"));
        assertThat(keys().aead("vault").decrypt(sealed, new byte[0])).asString().isEqualTo("it");
    }

    private Keys keys() {
        return new Keys(new Binder(new MapConfigurationPropertySource(Map.of("guichet.folder", folder.toString())))
                .bindOrCreate("guichet", Settings.class));
    }
}
