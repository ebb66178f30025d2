package org.guichet.app.platform;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What a node does first when it is told to stop: its readiness says no, and it goes on answering for a while, each
 * time as the last on that connection. So every proxy learns of it before anybody knocks in vain.
 */
@Component
final class Leaving implements SmartLifecycle, TomcatConnectorCustomizer {
    private final Settings settings;
    private final List<Connector> connectors = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    Leaving(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(Connector connector) {
        connectors.add(connector);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        for (var connector : connectors) {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setMaxKeepAliveRequests(1);
            }
        }
        try {
            Thread.sleep(settings.leaving());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Begins after everything else and stops before. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
