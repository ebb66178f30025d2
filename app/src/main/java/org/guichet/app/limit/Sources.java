package org.guichet.app.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.guichet.app.platform.CannotStart;
import org.guichet.app.platform.Network;
import org.guichet.app.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Hands every handler that asks for it its {@link Source}. What a proxy says of where a request comes from is believed
 * only of the declared ones, since anybody can write that header.
 */
@Configuration(proxyBeanMethods = false)
public final class Sources implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    private static final String FORWARDED = "X-Forwarded-For";
    // Unique local addresses of IPv6, which the JDK has no word for.
    private static final Network LOCAL = Network.parse("fc00::/7").orElseThrow();

    private final List<Network> proxies;

    Sources(Settings settings) {
        this.proxies = settings.proxies().stream()
                .map(it -> Network.parse(it)
                        .orElseThrow(() -> new CannotStart(
                                "the proxy \"%s\" in guichet.proxies is neither an address nor a network."
                                        .formatted(it))))
                .toList();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Source.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory) {
        return of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }

    public Source of(HttpServletRequest request) {
        // A proxy adds to the line that is there, or a line of its own at the end.
        return of(request.getRemoteAddr(), String.join(",", Collections.list(request.getHeaders(FORWARDED))));
    }

    /** The last of those that the declared proxies saw who is not one of them. */
    Source of(String peer, String forwarded) {
        var source = Network.address(peer);
        var seen = Arrays.asList(forwarded.split(",", -1)).reversed().iterator();
        while (source.filter(this::isProxy).isPresent() && seen.hasNext()) {
            source = Network.address(seen.next());
        }
        return new Source(source.filter(it -> !isProxy(it) && isPublic(it)));
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(it -> it.contains(address));
    }

    private static boolean isPublic(InetAddress address) {
        return !address.isLoopbackAddress()
                && !address.isSiteLocalAddress()
                && !address.isLinkLocalAddress()
                && !LOCAL.contains(address);
    }
}
