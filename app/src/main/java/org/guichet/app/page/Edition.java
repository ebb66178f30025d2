package org.guichet.app.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * One text for all our code, templates and words: nodes of one version have the same one, so that a page seen from one
 * is known to the other, and after an update nobody is left with a page of before.
 */
@Component
final class Edition {
    private static final List<String> OURS =
            List.of("classpath*:org/guichet/**/*.*", "classpath*:messages/*.properties", "classpath*:style.css");

    private final String text;

    Edition() {
        var hash = Tags.sha256();
        OURS.stream()
                .flatMap(Edition::resources)
                .sorted(Comparator.comparing(Edition::address))
                .map(Edition::content)
                .forEach(hash::update);
        this.text = Arrays.toString(hash.digest());
    }

    String text() {
        return text;
    }

    private static Stream<Resource> resources(String pattern) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .filter(Resource::isReadable);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String address(Resource resource) {
        try {
            return resource.getURL().toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] content(Resource resource) {
        try {
            return resource.getContentAsByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
