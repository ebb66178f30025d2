package org.guichet.app.page;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Gives each public page an address of its own in every language. Such an address is found at once, where a variable at
 * its beginning would have every address of the service tried, one regular expression each.
 */
final class InEveryLanguage extends RequestMappingHandlerMapping {
    /** In place of the mapping that Spring would make. */
    @Component
    static final class Mapping implements WebMvcRegistrations {
        @Override
        public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
            return new InEveryLanguage();
        }
    }

    @Override
    protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> handler) {
        var mapping = super.getMappingForMethod(method, handler);
        return mapping == null
                ? null
                : mapping.mutate()
                        .paths(mapping.getPatternValues().stream()
                                .flatMap(InEveryLanguage::addresses)
                                .toArray(String[]::new))
                        .build();
    }

    private static Stream<String> addresses(String path) {
        return path.startsWith(Language.PATH)
                ? Arrays.stream(Language.values()).map(it -> "/" + it.code() + path.substring(Language.PATH.length()))
                : Stream.of(path);
    }
}
