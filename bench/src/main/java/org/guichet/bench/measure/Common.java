package org.guichet.bench.measure;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of every bench, and where its words go. */
public final class Common {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--small", description = "A few seconds only, as in the tests.")
    private boolean small;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Everything random comes from it (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "0",
            description = "How often everything is measured; the middle counts (default 5, small 1).")
    private int rounds;

    public boolean isSmall() {
        return small;
    }

    public long seed() {
        return seed;
    }

    public int rounds() {
        return size(rounds, 5, 1);
    }

    /** What was asked for, else the usual size, else the small one. */
    public int size(int asked, int usual, int few) {
        return asked > 0 ? asked : isSmall() ? few : usual;
    }

    public Rows rows() {
        say("%d processors, Java %s".formatted(Runtime.getRuntime().availableProcessors(), Runtime.version()));
        return new Rows(spec.name(), seed, spec.commandLine().getOut());
    }

    /** Tells on standard error what goes on. */
    public void say(String sentence) {
        var err = spec.commandLine().getErr();
        err.println(spec.name() + ": " + sentence);
        err.flush();
    }
}
