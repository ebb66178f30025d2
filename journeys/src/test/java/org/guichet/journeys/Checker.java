package org.guichet.journeys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;

/** The HTML checker of the W3C in this process, at work while the browser looks at the next page. */
final class Checker implements AutoCloseable {
    // It walks its whole grammar by recursion.
    private static final long STACK_BYTES = 16L << 20;

    private final EmbeddedValidator validator = new EmbeddedValidator();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(work -> new Thread(null, work, "checker", STACK_BYTES));

    Checker() {
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
    }

    /** What it finds, a line each. */
    Future<List<String>> check(String html) {
        return worker.submit(() -> findings(html));
    }

    private List<String> findings(String html) throws IOException, SAXException {
        return validator
                .validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)))
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    @Override
    public void close() {
        worker.close();
    }
}
