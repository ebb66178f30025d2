package org.guichet.bench.crash;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.guichet.app.Service;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The service in a process of its own, until it is killed or whoever started it is gone. */
@Command(name = "node", hidden = true)
public final class NodeCommand implements Callable<Integer> {
    static final String READY = "ready";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters
    private List<String> settings = List.of();

    @Override
    public Integer call() throws IOException {
        try (var _ = new SpringApplication(Service.class).run(settings.toArray(String[]::new))) {
            spec.commandLine().getOut().println(READY);
            return System.in.read() < 0 ? 0 : 1;
        }
    }
}
