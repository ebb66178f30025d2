package org.guichet.bench.contention;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.guichet.app.Service;
import org.guichet.bench.service.RunningService;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The service as it would be if nothing decided who gets a place: the same program with the lock of the pool cut out
 * of what it says to the database, and a database whose index lets a place have any number of live holders, each once.
 */
final class Unguarded implements BeanPostProcessor {
    private static final String DROP_INDEX = "drop index one_live_holder";
    private static final String EACH_ONCE = """
            create unique index each_holder_once
            on holding (authority_id, place_id, holder)
            where released_at is null""";
    private static final String LOCK = "for update";
    private static final String TAKE = "insert into holding";
    // Between looking and taking, so that a few attempts show what many would.
    private static final Duration HESITATION = Duration.ofMillis(50);
    private static final String ONE_HOLDER = "on conflict (authority_id, place_id) where";
    private static final String SEVERAL_HOLDERS = "on conflict (authority_id, place_id, holder) where";

    /** Running, with nothing else than its guards switched off. */
    static RunningService in(Path parent) {
        var program = new SpringApplication(Service.class);
        program.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new Unguarded()));
        var service = RunningService.in(parent, program);
        var jdbc = service.get(JdbcClient.class);
        jdbc.sql(DROP_INDEX).update();
        jdbc.sql(EACH_ONCE).update();
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
                            if (statement.contains(TAKE)) {
                                LockSupport.parkNanos(HESITATION.toNanos());
                            }
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
        return statement.contains("from pool")
                ? statement.replace(LOCK, "")
                : statement.replace(ONE_HOLDER, SEVERAL_HOLDERS);
    }
}
