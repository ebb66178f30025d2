package org.guichet.bench.contention;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.guichet.app.Service;
import org.guichet.bench.service.RunningService;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The service as it would be if nothing decided who gets a place: the same program with the lock of the pool cut out
 * of what it says to the database, and a database without the index that lets a place have one live holder.
 */
final class Unguarded implements BeanPostProcessor {
    private static final String DROP_INDEX = "drop index one_live_holder";
    private static final String LOCK = "for update";
    // Whoever would have the lock now looks around for a moment, so that a few attempts show what many would.
    private static final String NO_LOCK = "and pg_sleep(0.01) is not null";
    private static final String CONFLICT = "on conflict (authority_id, place_id) where released_at is null do nothing";

    /** Running, with nothing else than its guards switched off. */
    static RunningService in(Path parent) {
        var program = new SpringApplication(Service.class);
        program.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new Unguarded()));
        var service = RunningService.in(parent, program);
        service.get(JdbcClient.class).sql(DROP_INDEX).update();
        return service;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource guarded ? new Connections(guarded) : bean;
    }

    private static final class Connections extends DelegatingDataSource {
        Connections(DataSource guarded) {
            super(guarded);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return unguarded(super.getConnection());
        }

        private static Connection unguarded(Connection guarded) {
            return (Connection) Proxy.newProxyInstance(
                    Connections.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                        if (method.getName().equals("prepareStatement") && arguments[0] instanceof String statement) {
                            arguments[0] = withoutGuard(statement);
                        }
                        try {
                            return method.invoke(guarded, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }
    }

    static String withoutGuard(String statement) {
        return statement.contains("from pool") ? statement.replace(LOCK, NO_LOCK) : statement.replace(CONFLICT, "");
    }
}
