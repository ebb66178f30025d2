package org.guichet.bench.crash;

import java.util.List;
import java.util.stream.IntStream;
import org.guichet.bench.service.RunningService;

/** Several nodes over one database, all of them serving. */
record Nodes(List<Node> all) implements AutoCloseable {
    static Nodes start(RunningService service, int count) {
        var nodes = new Nodes(
                IntStream.range(0, count).mapToObj(_ -> new Node(service)).toList());
        nodes.all.forEach(Node::awaitReady);
        return nodes;
    }

    @Override
    public void close() {
        all.forEach(Node::kill);
    }
}
