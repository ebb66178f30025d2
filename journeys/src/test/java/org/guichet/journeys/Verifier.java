package org.guichet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A program that shares nothing with the service but the published formats. */
final class Verifier {
    private static final Path JAR = Path.of("../verifier/target/guichet-verifier.jar");

    private Verifier() {}

    /** Everything that is in the journal can be recomputed; answers what was said about it. */
    static List<String> assertSound(Site site) throws IOException, InterruptedException {
        var verifier = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        JAR.toString(),
                        site.address() + "/journal/1")
                .redirectErrorStream(true)
                .start();
        List<String> said = verifier.inputReader().lines().toList();
        assertThat(verifier.waitFor()).as(String.join("\n", said)).isZero();
        return said;
    }
}
