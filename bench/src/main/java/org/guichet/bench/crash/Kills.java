package org.guichet.bench.crash;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Kills one thing after the other, each when the one before has come back. */
final class Kills {
    /** What is killed. */
    enum Victim {
        NODE("a node"),
        CONNECTION("a process of the database"),
        DATABASE("the database");

        private final String words;

        Victim(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    // Half of them are nodes.
    private static final List<Victim> TURNS = List.of(Victim.NODE, Victim.DATABASE, Victim.NODE, Victim.CONNECTION);

    private final List<Node> nodes;
    private final KilledDatabase database;
    private final Random random;
    private final Map<Victim, List<Long>> moments = new EnumMap<>(Victim.class);
    private int next;

    Kills(List<Node> nodes, KilledDatabase database, Random random) {
        this.nodes = nodes;
        this.database = database;
        this.random = random;
    }

    /** Kills the next, and hands over what brings it back. */
    void kill(Consumer<Runnable> comeback) {
        var victim = TURNS.get(next++ % TURNS.size());
        var node = nodes.get(random.nextInt(nodes.size()));
        var moment = switch (victim) {
            case NODE -> node.kill();
            case DATABASE -> database.kill();
            case CONNECTION -> database.killOne(random);
        };
        comeback.accept(
                switch (victim) {
                    case NODE -> node::startAgain;
                    case DATABASE -> database::startAgain;
                    case CONNECTION -> database::awaitReady;
                });
        moments.computeIfAbsent(victim, _ -> new ArrayList<>()).add(moment);
    }

    /** What was killed, and when. */
    Map<Victim, List<Long>> moments() {
        return moments;
    }
}
