package org.guichet.app.server;

import org.guichet.app.page.Html;
import org.guichet.app.page.Views;
import org.guichet.app.platform.Limits;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes Tomcat take requests in turns and at their pace, and refuse in our words. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class TakeConnections implements WebServerFactoryCustomizer<TomcatWebServerFactory> {
    private final Html html;
    private final Views views;

    TakeConnections(Html html, Views views) {
        this.html = html;
        this.views = views;
    }

    @Override
    public void customize(TomcatWebServerFactory factory) {
        factory.setProtocol(PacedHttp.class.getName());
        factory.addConnectorCustomizers(connector -> ((PacedHttp) connector.getProtocolHandler())
                .keepPace(Limits.REQUESTS_AT_ONCE_MAX, Limits.ARRIVING_MAX));
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new OwnErrors(html, views)));
    }
}
