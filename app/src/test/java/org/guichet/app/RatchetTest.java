package org.guichet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files hold one idea, methods one thought, in every module. An exception is listed here with its reason. */
final class RatchetTest {
    private static final int FILE_LINES = 250;
    private static final int METHOD_LINES = 40;
    private static final int PARAMETERS = 5;
    private static final int CONSTRUCTOR_PARAMETERS = 6;
    private static final int TEMPLATE_LINES = 80;
    private static final int LINE_LENGTH = 120;
    private static final int PACKAGE_FILES = 15;

    // A line of a test vector is as long as it is.
    private static final String VECTOR = "            \\u2014 ";

    private static final Map<String, String> LARGER_FILES = Map.of(
            "Requests.java", "one table with many columns, and every statement that touches it",
            "Leaf.java", "every leaf there is",
            "World.java", "whatever a test does to the world");
    private static final Map<String, String> LARGER_PACKAGES = Map.of(
            "appointment", "one file a verb of an offer's life",
            "asking", "one file a matter that is asked and one a page",
            "catalogue", "one file a word of the rules and one a thing done with places",
            "registration", "one file a word of a request",
            "draw", "one file a step of a draw and one a page or file that shows it",
            "choosing", "one file a word of the calendar and one a verb of a hold",
            "page", "one file a part that every page is made of",
            "platform", "one file a thing that every feature stands on",
            "status", "one file a page and one a controller");
    private static final Map<String, String> MORE_PARAMETERS = Map.of(
            "Correspondence.write", "the words of a message come as name, value, name, value",
            "OfferNotices.tell", "the same",
            "OutageLog.decide", "the library that writes the log asks in this way",
            "Hash.sha256", "what to hash and where to write it, in parts of arrays, so that nothing is made anew",
            "ChangePages", "two changes that share everything but their form");

    private static final Pattern METHOD =
            Pattern.compile("^    (?! )(?:public |protected |private |static |final |synchronized |default |abstract )*"
                    + "(?:<[^>]+> )?(?!return|new|throw|record|enum|interface|class)[\\w<>\\[\\]., ?@]*?\\b(\\w+)\\(");

    private final List<Path> sources = modules().stream()
            .flatMap(it -> files(it.resolve("src"), ".java").stream())
            .toList();

    @Test
    void files_are_short() {
        assertThat(sources.stream()
                        .filter(it -> lines(it).size() > FILE_LINES)
                        .map(it -> it.getFileName().toString())
                        .filter(it -> !LARGER_FILES.containsKey(it)))
                .isEmpty();
    }

    @Test
    void lines_are_short() {
        assertThat(sources.stream()
                        .flatMap(file -> lines(file).stream()
                                .filter(it -> it.length() > LINE_LENGTH)
                                .filter(it -> !it.startsWith(VECTOR))
                                .map(it -> file.getFileName() + ": " + it)))
                .isEmpty();
    }

    @Test
    void templates_are_short() {
        assertThat(files(Path.of("src/main/jte"), ".jte").stream()
                        .filter(it -> lines(it).size() > TEMPLATE_LINES))
                .isEmpty();
    }

    @Test
    void packages_are_small() throws IOException {
        try (var packages = Files.list(Path.of("src/main/java/org/guichet/app"))) {
            assertThat(packages.filter(Files::isDirectory)
                            .filter(it -> files(it, ".java").size() > PACKAGE_FILES)
                            .map(it -> it.getFileName().toString())
                            .filter(it -> !LARGER_PACKAGES.containsKey(it)))
                    .isEmpty();
        }
    }

    @Test
    void methods_are_short_and_take_few_parameters() {
        var tooLong = new ArrayList<String>();
        for (var file : sources) {
            if (file.toString().contains("/main/")) {
                tooLong.addAll(judge(file));
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static List<String> judge(Path file) {
        var found = new ArrayList<String>();
        var lines = lines(file);
        var type = file.getFileName().toString().replace(".java", "");
        for (int i = 0; i < lines.size(); i++) {
            var start = METHOD.matcher(lines.get(i));
            if (!start.find()
                    || lines.get(i).contains(" = ")
                    || lines.get(i).contains(" record ")
                    || lines.get(i).startsWith("    @")) {
                continue;
            }
            var name = start.group(1);
            var head = head(lines, i);
            var parameters =
                    head.contains("()") ? 0 : head.replaceAll("<[^()]*?>", "").split(",", -1).length;
            var isConstructor = name.equals(type);
            var most = isConstructor ? CONSTRUCTOR_PARAMETERS : PARAMETERS;
            var excused = MORE_PARAMETERS.containsKey(isConstructor ? type : type + "." + name)
                    || head.startsWith("record ")
                    || (file.toString().endsWith("Pages.java") && !isConstructor);
            if (parameters > most && !excused) {
                found.add(type + "." + name + " takes " + parameters);
            }
            var end = lines.subList(i, lines.size()).indexOf("    }");
            if (end > METHOD_LINES) {
                found.add(type + "." + name + " has " + end + " lines");
            }
        }
        return found;
    }

    /** The parameters between the first pair of brackets, over as many lines as they take. */
    private static String head(List<String> lines, int start) {
        var text = lines.subList(start, Math.min(start + 16, lines.size())).stream()
                .map(String::strip)
                .collect(Collectors.joining(" "));
        var open = text.indexOf('(');
        var depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return text.substring(open, i + 1);
            }
        }
        return "()";
    }

    private static List<Path> modules() {
        try (var all = Files.list(Path.of(".."))) {
            return all.filter(it -> Files.exists(it.resolve("pom.xml"))).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(it -> it.toString().endsWith(ending)).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
