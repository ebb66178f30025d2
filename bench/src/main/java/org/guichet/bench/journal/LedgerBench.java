package org.guichet.bench.journal;

import java.util.List;
import java.util.concurrent.Callable;
import org.guichet.bench.measure.Common;
import org.guichet.bench.measure.OnDisk;
import org.guichet.bench.service.OneService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The journal: sequencing it, verifying it, proving from it. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Sequences leaves, verifies a published journal, and proves single leaves.")
public final class LedgerBench implements Callable<Integer> {
    /** What can be measured alone. */
    enum Part {
        sequence,
        verify,
        prove
    }

    @Mixin
    private Common common = new Common();

    @Mixin
    private OnDisk disk = new OnDisk();

    @Option(names = "--only", paramLabel = "PART", description = "One of ${COMPLETION-CANDIDATES}; may be repeated.")
    private List<Part> parts = List.of(Part.values());

    @Option(
            names = "--sequenced",
            paramLabel = "N",
            description = "How many leaves are sequenced in a round (default 100000, small 1000).")
    private int sequenced;

    @Option(
            names = "--together",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many leaves one transaction writes (default ${DEFAULT-VALUE}).")
    private int together;

    @Option(
            names = "--verified",
            paramLabel = "N",
            description = "How many leaves are verified (default 1000000, small 3000).")
    private int verified;

    @Option(
            names = "--proven",
            paramLabel = "N",
            description = "How many leaves a tree has from which some are proven (default 10000000, small 70000).")
    private int proven;

    private final OneService service;

    public LedgerBench(OneService service) {
        this.service = service;
    }

    @Override
    public Integer call() {
        var rows = common.rows();
        if (parts.contains(Part.sequence)) {
            common.say("starting the service");
            new SequenceCase(common, rows, service.in(disk.folder()), together)
                    .run(common.size(sequenced, 100_000, 1_000));
        }
        if (parts.contains(Part.verify)) {
            new VerifyCase(common, rows).run(disk.folder(), common.size(verified, 1_000_000, 3_000));
        }
        if (parts.contains(Part.prove)) {
            new ProveCase(common, rows).run(disk.folder(), common.size(proven, 10_000_000, 70_000));
        }
        return rows.exitCode();
    }
}
