package org.guichet.app.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.OncePerRequestFilter;

/** Everything the public sees: no session, no cookie, no script; forms are taken from our own pages only. */
@Configuration(proxyBeanMethods = false)
public class PublicDoor {
    public static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    // Who nobody is needs no context, no session and no decision: each would cost every request of everybody something.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain publicPages(HttpSecurity http, Settings settings) {
        return ownFormsOnly(guarded(http, settings), settings)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    // Measuring every filter of every request costs more than the filters.
    @Bean
    SecurityObservationSettings filtersUnobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /**
     * The headers that every page carries, the staff's too; each page says itself how long it may be kept. Nothing of
     * an address leaves for other sites; our own must learn it, or an old browser cannot say that a form is ours. Where
     * the service's own address is encrypted, browsers ask for nothing else, also where a proxy opens what they send.
     */
    public static HttpSecurity guarded(HttpSecurity http, Settings settings) {
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(strict ->
                        strict.requestMatcher(_ -> settings.isEncrypted()).includeSubDomains(false))
                .cacheControl(cache -> cache.disable()));
    }

    /** Takes forms from our own pages only, with no session to know them by. */
    public static HttpSecurity ownFormsOnly(HttpSecurity http, Settings settings) {
        return http.addFilterAfter(new OwnFormsOnly(settings.publicAddress()), HeaderWriterFilter.class);
    }

    /**
     * Refuses a form sent from another site. Browsers say where a form comes from (Fetch Metadata), but not old ones,
     * and none where the address is not encrypted; then the Origin must be ours, or without one the page before.
     */
    private static final class OwnFormsOnly extends OncePerRequestFilter {
        private final Optional<String> ownAuthority;

        OwnFormsOnly(URI own) {
            this.ownAuthority = Optional.ofNullable(own.getRawAuthority());
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
                throws ServletException, IOException {
            if (READING.contains(request.getMethod()) || isOurs(request)) {
                next.doFilter(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }
        }

        private boolean isOurs(HttpServletRequest request) {
            var site = request.getHeader("Sec-Fetch-Site");
            if (site != null) {
                return site.equals("same-origin");
            }
            var origin = request.getHeader("Origin");
            var authority = authority(origin == null ? request.getHeader("Referer") : origin);
            return authority.isPresent()
                    && (authority.get().equals(request.getHeader("Host")) || authority.equals(ownAuthority));
        }

        /** Empty for no address, and for the origin "null" of a page that hides where it is from. */
        private static Optional<String> authority(@Nullable String address) {
            try {
                return Optional.ofNullable(address).map(URI::create).map(URI::getRawAuthority);
            } catch (IllegalArgumentException notAnAddress) {
                return Optional.empty();
            }
        }
    }
}
