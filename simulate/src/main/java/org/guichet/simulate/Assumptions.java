package org.guichet.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.guichet.simulate.rules.Reseller;
import org.guichet.simulate.world.Settings;
import picocli.CommandLine.Option;

/** What may be assumed, each within bounds; shares are out of 100. */
final class Assumptions {
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Everything random comes from it (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--weeks",
            paramLabel = "N",
            defaultValue = "26",
            description = "Weeks in which people ask, 2 to 104 (default ${DEFAULT-VALUE}).")
    private int weeks;

    @Option(
            names = "--demand",
            paramLabel = "N",
            defaultValue = "150",
            description = "Persons who ask for 100 places, 10 to 1000 (default ${DEFAULT-VALUE}).")
    private int demand;

    @Option(
            names = "--centres",
            paramLabel = "N",
            defaultValue = "2",
            description = "1 to 8 (default ${DEFAULT-VALUE}).")
    private int centres;

    @Option(
            names = "--counters",
            paramLabel = "N",
            defaultValue = "3",
            description = "In each centre, 1 to 12 (default ${DEFAULT-VALUE}).")
    private int counters;

    @Option(
            names = "--hours",
            paramLabel = "N",
            defaultValue = "8",
            description = "A counter is open each weekday, 1 to 9; a place is one hour (default ${DEFAULT-VALUE}).")
    private int hours;

    @Option(
            names = "--families",
            paramLabel = "N",
            defaultValue = "30",
            description = "Requests for two to four persons (default ${DEFAULT-VALUE}).")
    private int families;

    @Option(
            names = "--refused",
            paramLabel = "N",
            defaultValue = "10",
            description = "Offers refused at once (default ${DEFAULT-VALUE}).")
    private int refused;

    @Option(
            names = "--early",
            paramLabel = "N",
            defaultValue = "10",
            description = "Places given up at least a day before (default ${DEFAULT-VALUE}).")
    private int early;

    @Option(
            names = "--late",
            paramLabel = "N",
            defaultValue = "5",
            description = "Places given up on the morning of the day (default ${DEFAULT-VALUE}).")
    private int late;

    @Option(
            names = "--absent",
            paramLabel = "N",
            defaultValue = "8",
            description = "Places whose holder does not come (default ${DEFAULT-VALUE}).")
    private int absent;

    @Option(
            names = "--standby",
            paramLabel = "N",
            defaultValue = "10",
            description = "Requests that could come within the hour (default ${DEFAULT-VALUE}).")
    private int standby;

    @Option(
            names = "--wins",
            paramLabel = "N",
            defaultValue = "95",
            description = "Races that the reseller's bot wins (default ${DEFAULT-VALUE}).")
    private int wins;

    @Option(
            names = "--rebooks",
            paramLabel = "N",
            defaultValue = "90",
            description = "Sold places that the bot can book again for the client (default ${DEFAULT-VALUE}).")
    private int rebooks;

    @Option(
            names = "--cost",
            paramLabel = "N",
            defaultValue = "20",
            description =
                    "Of a booking or false identity, in hundredths of the highest value (default ${DEFAULT-VALUE}).")
    private int cost;

    @Option(
            names = "--fakes",
            paramLabel = "N",
            defaultValue = "20",
            description = "False identities for 100 requests, 0 to 1000 (default ${DEFAULT-VALUE}).")
    private int fakes;

    @Option(
            names = "--caught",
            paramLabel = "N",
            defaultValue = "95",
            description = "False identities that are recognised (default ${DEFAULT-VALUE}).")
    private int caught;

    long seed() {
        return seed;
    }

    /** All bounds, or one plain sentence about the first that is not kept. */
    Settings settings(Function<String, RuntimeException> wrong) {
        bounds().stream().filter(it -> !it.holds()).findFirst().ifPresent(it -> {
            throw wrong.apply("%s is a number from %s to %s".formatted(it.option, it.least, it.most));
        });
        if (refused + early + late + absent > 100) {
            throw wrong.apply("--refused, --early, --late and --absent are at most 100 together");
        }
        if ((long) weeks * centres * counters * hours * demand > 2_000_000) {
            throw wrong.apply(
                    "This world is too large: ask for fewer weeks, centres, counters, hours or a smaller demand");
        }
        return new Settings(
                weeks,
                demand,
                new Settings.Size(centres, counters, hours),
                families,
                new Settings.Absences(refused, early, late, absent),
                standby,
                new Reseller(wins, rebooks, cost, fakes, caught));
    }

    /** How to get the same again. */
    String command(String language) {
        var words = new ArrayList<>(List.of("./guichet simulate --seed", String.valueOf(seed)));
        bounds().forEach(it -> words.add(it.option + " " + it.value));
        words.add("--language " + language);
        return String.join(" ", words);
    }

    private List<Bound> bounds() {
        return List.of(
                new Bound("--weeks", weeks, 2, 104),
                new Bound("--demand", demand, 10, 1000),
                new Bound("--centres", centres, 1, 8),
                new Bound("--counters", counters, 1, 12),
                new Bound("--hours", hours, 1, 9),
                new Bound("--families", families, 0, 100),
                new Bound("--refused", refused, 0, 100),
                new Bound("--early", early, 0, 100),
                new Bound("--late", late, 0, 100),
                new Bound("--absent", absent, 0, 100),
                new Bound("--standby", standby, 0, 100),
                new Bound("--wins", wins, 0, 100),
                new Bound("--rebooks", rebooks, 0, 100),
                new Bound("--cost", cost, 0, 100),
                new Bound("--fakes", fakes, 0, 1000),
                new Bound("--caught", caught, 0, 100));
    }

    private record Bound(String option, int value, int least, int most) {
        boolean holds() {
            return least <= value && value <= most;
        }
    }
}
