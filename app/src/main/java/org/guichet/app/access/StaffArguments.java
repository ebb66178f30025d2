package org.guichet.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.page.Views;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Hands the staff's handlers who acts: the {@link ActingAgent}, the {@link Desk}, or all that a page needs, {@link
 * Staff}.
 */
@Configuration(proxyBeanMethods = false)
final class StaffArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    /** The session's one entry of ours: the number of the counter. */
    static final String COUNTER = "guichet";

    private final Views views;
    private final Catalogues catalogues;
    private final Clock clock;

    StaffArguments(Views views, Catalogues catalogues, Clock clock) {
        this.views = views;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new CounterFirst())
                .addPathPatterns("/agent", "/agent/**")
                .excludePathPatterns("/agent/connexion", "/agent/guichet");
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return List.of(ActingAgent.class, Desk.class, Staff.class).contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory) {
        var servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        var type = parameter.getParameterType();
        if (type == ActingAgent.class) {
            return agent(servlet);
        }
        return type == Desk.class
                ? desk(servlet)
                : new Staff(views.of(servlet), desk(servlet), csrf(servlet), clock.instant());
    }

    /** The token that the page's forms carry. */
    static String csrf(HttpServletRequest request) {
        var token = (CsrfToken) Objects.requireNonNull(request.getAttribute(CsrfToken.class.getName()));
        return token.getToken();
    }

    /** The counter that was chosen. */
    static Optional<Integer> counter(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(it -> it.getAttribute(COUNTER))
                .map(Integer.class::cast);
    }

    private Desk desk(HttpServletRequest request) {
        var agent = agent(request);
        var catalogue = catalogues.of(agent.authority());
        return new Desk(
                agent,
                catalogue.centre(agent.centre()).orElseThrow(),
                counter(request).orElseThrow(),
                catalogue.authority().zone());
    }

    private static ActingAgent agent(HttpServletRequest request) {
        var signedIn = (Authentication) Objects.requireNonNull(request.getUserPrincipal());
        return (ActingAgent) Objects.requireNonNull(signedIn.getPrincipal());
    }

    /** Asks for the counter before anything else. */
    private static final class CounterFirst implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (counter(request).isPresent()) {
                return true;
            }
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, "/agent/guichet");
            return false;
        }
    }
}
