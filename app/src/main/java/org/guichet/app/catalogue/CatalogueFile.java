package org.guichet.app.catalogue;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.guichet.app.page.Localized;
import org.guichet.core.calendar.WorkingTime;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a catalogue file whole, and tells everything that is wrong in it at once. */
public final class CatalogueFile {
    private static final Duration DURATION_MAX = Duration.ofHours(4);

    // More than half of the places for a few classes would turn the order upside down.
    private static final int SHARE_MAX = 50;

    private final List<Complaint> complaints = new ArrayList<>();

    private CatalogueFile() {}

    public sealed interface Reading {
        record Good(Catalogue catalogue) implements Reading {}

        record Bad(List<Complaint> complaints) implements Reading {}
    }

    public static Reading read(String text) {
        return new CatalogueFile().reading(text);
    }

    private Reading reading(String text) {
        try {
            var root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (root == null) {
                return new Reading.Bad(List.of(new Complaint(1, "the file is empty.")));
            }
            var catalogue = catalogue(new Entry(root, complaints));
            return complaints.isEmpty() ? new Reading.Good(catalogue) : new Reading.Bad(sorted());
        } catch (MarkedYAMLException broken) {
            var line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            return new Reading.Bad(List.of(new Complaint(line, "this is not YAML: " + broken.getProblem() + ".")));
        }
    }

    private List<Complaint> sorted() {
        return complaints.stream()
                .sorted(Comparator.comparingInt(Complaint::line))
                .distinct()
                .toList();
    }

    private Catalogue catalogue(Entry file) {
        var authority = authority(file.entry("authority"));
        var centres = coded(file, "centres", this::centre);
        var procedures = coded(file, "procedures", this::procedure);
        var rules = new RulesReader(complaints, centres, procedures);
        var openings = rules.openings(file.list("openings"));
        var closures = rules.closures(file.optionalList("closures"));
        var agents = rules.agents(file.optionalList("agents"));
        var voidings = rules.voidings(file.optionalList("voided"));
        var shared = rules.shared(file.optionalList("shared"));
        file.close();
        return new Catalogue(authority, centres, procedures, openings, closures, agents, voidings, shared);
    }

    private Catalogue.Authority authority(Entry it) {
        var zone = it.checked("zone", it.text("zone"), ZoneId.of("UTC"), CatalogueFile::asZone, "like Europe/Paris");
        var help = new Catalogue.Help(it.text("phone"), it.localized("phone-hours"), it.localized("desk"));
        var answers = it.entry("answers");
        var hours = answers.number("hours", 4, 200);
        var from = answers.time("from");
        var until = answers.time("until");
        answers.close();
        if (!from.isBefore(until)) {
            it.complain("answers", "\"until\" must be later than \"from\".");
            until = LocalTime.MAX;
            from = LocalTime.MIN;
        }
        var working =
                new WorkingTime(zone, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), from, until, holidays(it));
        var hosts = it.optionalList("hosts").stream().map(Entry::value).toList();
        var authority = new Catalogue.Authority(
                it.code("code"), it.localized("name"), zone, hosts, help, working, Duration.ofHours(hours));
        it.close();
        return authority;
    }

    private static Predicate<LocalDate> holidays(Entry it) {
        var country = it.text("holidays");
        var known = HolidayManager.getSupportedCalendarCodes();
        it.checked(
                "holidays",
                country,
                "FR",
                code -> known.contains(code.toUpperCase(Locale.ROOT)) ? code : null,
                "a country like FR");
        if (!known.contains(country.toUpperCase(Locale.ROOT))) {
            return _ -> false;
        }
        return HolidayManager.getInstance(ManagerParameters.create(country))::isHoliday;
    }

    private Catalogue.Centre centre(String code, Entry it) {
        return new Catalogue.Centre(
                code, it.localized("name"), it.text("address"), it.localized("travel"), it.number("counters", 1, 200));
    }

    private Catalogue.Procedure procedure(String code, Entry it) {
        var minutes = it.number("minutes", 5, (int) DURATION_MAX.toMinutes());
        var windows = it.entry("windows");
        var rule = new Catalogue.Windows(
                windows.date("first"),
                windows.number("days", 1, 92),
                Duration.ofHours(windows.number("draw-after-hours", 1, 168)));
        windows.close();
        var run = it.entry("allotment");
        var runs = new Catalogue.Runs(run.day("day", run.text("day")), run.time("time"));
        run.close();
        List<Localized> documents =
                it.list("documents").stream().map(it::localized).toList();
        return new Catalogue.Procedure(
                code,
                it.localized("name"),
                it.localized("for-whom"),
                Duration.ofMinutes(minutes),
                documents,
                rule,
                runs,
                it.optionalEntry("precedence").map(this::precedence).orElse(Catalogue.Precedence.NONE));
    }

    private Catalogue.Precedence precedence(Entry it) {
        var share = it.number("share", 1, SHARE_MAX);
        var classes = coded(it, "classes", CatalogueFile::legalClass);
        it.close();
        return new Catalogue.Precedence(share, classes);
    }

    private static Catalogue.LegalClass legalClass(String code, Entry it) {
        return new Catalogue.LegalClass(code, it.localized("name"), it.localized("basis"), it.localized("proof"));
    }

    private interface Reader<T> {
        T read(String code, Entry entry);
    }

    private <T> List<T> coded(Entry file, String key, Reader<T> reader) {
        var found = new ArrayList<T>();
        for (Map.Entry<String, Node> each : file.entry(key).all().entrySet()) {
            var entry = new Entry(each.getValue(), complaints);
            if (!Catalogue.isCode(each.getKey())) {
                entry.complain(each.getValue(), "\"" + each.getKey() + "\": use small letters, digits and hyphens.");
            }
            found.add(reader.read(each.getKey(), entry));
            entry.close();
        }
        return found;
    }

    private static @org.jspecify.annotations.Nullable ZoneId asZone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
