package org.guichet.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.guichet.app.limit.Sources;
import org.guichet.app.page.Html;
import org.guichet.app.page.Masthead;
import org.guichet.app.platform.PublicDoor;
import org.guichet.app.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * Everything below /agent: a session from signing in on, kept on one node in a cookie that only these pages see, and a
 * token in each of its forms. A proxy in front of several nodes sends a session to the node that has it.
 */
@Configuration(proxyBeanMethods = false)
class StaffDoor {
    static final String NAME = "nom";
    static final String PURPOSE = "sign-in";
    static final String SIGN_IN = "/agent/connexion";

    private final Settings settings;
    private final Masthead.Source mastheads;
    private final Sources sources;

    StaffDoor(Settings settings, Masthead.Source mastheads, Sources sources) {
        this.settings = settings;
        this.mastheads = mastheads;
        this.sources = sources;
    }

    @Bean
    @Order(1)
    SecurityFilterChain staffPages(HttpSecurity http, SignIn signIn, NotSignedIn notSignedIn) {
        return PublicDoor.ownFormsOnly(PublicDoor.guarded(http, settings), settings)
                .headers(headers -> headers.addHeaderWriter(StaffDoor::keepNothing))
                .securityMatcher("/agent", "/agent/**")
                .authenticationProvider(signIn)
                .authorizeHttpRequests(all ->
                        all.requestMatchers(SIGN_IN).permitAll().anyRequest().access(onlyOwnAgents()))
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .usernameParameter(NAME)
                        .passwordParameter("mot-de-passe")
                        // An agent signs in at the authority whose door it is.
                        .authenticationDetailsSource(request ->
                                new Knock(mastheads.at(request.getServerName()).authority(), sources.of(request)))
                        .successHandler((request, response, _) -> begin(request, response))
                        .failureHandler(notSignedIn))
                .csrf(csrf -> csrf.ignoringRequestMatchers(SIGN_IN).csrfTokenRepository(new Tokens()))
                .logout(out ->
                        out.logoutUrl("/agent/deconnexion").logoutSuccessHandler((_, response, _) -> close(response)))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint((_, response, _) -> see(response, SIGN_IN))
                                .accessDeniedHandler(endedOrForbidden()))
                .build();
    }

    /** The cookie travels encrypted wherever the service's own address does, also behind a proxy. */
    @Bean
    ServletContextInitializer sessionCookie() {
        return context -> context.getSessionCookieConfig().setSecure(settings.isEncrypted());
    }

    private AuthorizationManager<RequestAuthorizationContext> onlyOwnAgents() {
        return (who, context) -> {
            var known = who.get();
            var authority = mastheads.at(context.getRequest().getServerName()).authority();
            return new AuthorizationDecision(known != null
                    && known.getPrincipal() instanceof ActingAgent agent
                    && agent.authority().equals(authority));
        };
    }

    // A form sent after the session ended finds no token: that is nobody's fault, and the door says so.
    private static AccessDeniedHandler endedOrForbidden() {
        return (request, response, _) -> {
            if (request.isRequestedSessionIdValid()) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            } else {
                see(response, SIGN_IN + "?fini=1");
            }
        };
    }

    // Whoever comes next to this computer finds no dossier by going back, whatever a page says of itself.
    private static void keepNothing(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }

    // The session may be that of an agent before, who sat at another counter.
    private static void begin(HttpServletRequest request, HttpServletResponse response) {
        request.getSession().removeAttribute(StaffArguments.COUNTER);
        see(response, "/agent");
    }

    // Written here, since Spring's own writer is silent behind a proxy that opens what it gets.
    private static void close(HttpServletResponse response) {
        response.setHeader(Html.FORGET, Html.WHAT_WAS_KEPT);
        see(response, SIGN_IN);
    }

    static void see(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, address);
    }

    /** The token of a session. Whoever has none is given none by asking: robots would fill the memory with them. */
    private static final class Tokens implements CsrfTokenRepository {
        private final HttpSessionCsrfTokenRepository kept = new HttpSessionCsrfTokenRepository();

        @Override
        public CsrfToken generateToken(HttpServletRequest request) {
            return kept.generateToken(request);
        }

        @Override
        public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
            if (request.getSession(false) != null) {
                kept.saveToken(token, request, response);
            }
        }

        @Override
        public @Nullable CsrfToken loadToken(HttpServletRequest request) {
            return kept.loadToken(request);
        }
    }
}
