package org.guichet.app.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands every handler that asks for them its {@link View} and its {@link Form}. */
@Configuration(proxyBeanMethods = false)
final class Arguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Views views;

    Arguments(Views views) {
        this.views = views;
    }

    @Override
    public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == View.class || parameter.getParameterType() == Form.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory) {
        var servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        return parameter.getParameterType() == View.class ? views.of(servlet) : form(servlet);
    }

    // What begins so in a form is our own word about it.
    private static boolean isTyped(String name) {
        return !name.startsWith("_");
    }

    // Nothing else is a form of ours, and reading it as one would tell its sender that nothing was typed.
    private static Form form(HttpServletRequest request) {
        if (request.getContentType() != null && !request.getContentType().startsWith(FORM)) {
            throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        var values = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, typed) -> {
            if (isTyped(name)) {
                values.put(
                        name,
                        Stream.of(typed)
                                .map(Text::clean)
                                .filter(it -> !it.isEmpty())
                                .collect(Collectors.joining(",")));
            }
        });
        return new Form(values);
    }
}
