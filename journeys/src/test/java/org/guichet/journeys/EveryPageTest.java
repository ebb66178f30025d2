package org.guichet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What is true of every page, in every language and state. All pages are visited once; each rule then names its
 * sinners.
 */
@Timeout(900)
class EveryPageTest {
    private static final int BYTES_MAX = 14_000;
    private static final int BYTES_WISHED = 8_000;

    private static final List<Visit> VISITS = new ArrayList<>();

    @BeforeAll
    static void every_page_is_visited() {
        var walker = new Walker(Site.ofTheExample());
        try (var laboratory = new Laboratory(walker)) {
            Pages.walk(walker, stop -> VISITS.add(laboratory.visit(stop)));
        }
    }

    @Test
    void axe_finds_nothing() {
        assertThat(sins(Visit::problems)).isEmpty();
    }

    @Test
    void html_is_valid() {
        assertThat(sins(visit -> visit.html().resultNow())).isEmpty();
    }

    @Test
    void no_page_has_a_script() {
        assertThat(sins(visit -> Stream.of(visit.scripts()).filter(it -> it > 0).toList()))
                .isEmpty();
    }

    @Test
    void a_page_and_its_style_are_light() {
        VISITS.stream()
                .filter(it -> it.bytes() > BYTES_WISHED)
                .sorted(Comparator.comparingInt(Visit::bytes).reversed())
                .forEach(it -> System.out.printf("%s weighs %d bytes, more than is wished%n", it.stop(), it.bytes()));
        assertThat(sins(visit ->
                        Stream.of(visit.bytes()).filter(it -> it > BYTES_MAX).toList()))
                .isEmpty();
    }

    @Test
    void titles_tell_pages_apart() {
        var pages = new HashMap<String, String>();
        var same = new ArrayList<String>();
        for (var visit : VISITS) {
            var name = visit.stop().name();
            var other = pages.putIfAbsent(visit.stop().language() + visit.title(), name);
            if (other != null && !base(other).equals(base(name))) {
                same.add("%s and %s: %s".formatted(visit.stop(), other, visit.title()));
            }
        }
        assertThat(same).isEmpty();
    }

    @Test
    void one_heading_says_what_a_page_is() {
        assertThat(sins(visit ->
                        Stream.of(visit.headings()).filter(it -> it != 1).toList()))
                .isEmpty();
    }

    @Test
    void nothing_scrolls_sideways() {
        assertThat(sins(visit -> Stream.of(visit.sideways()).filter(it -> it).toList()))
                .isEmpty();
    }

    @Test
    void targets_are_large_enough_for_a_finger() {
        assertThat(sins(Visit::small)).isEmpty();
    }

    @Test
    void nothing_is_asked_of_others() {
        assertThat(sins(Visit::strangers)).isEmpty();
    }

    private static List<String> sins(Function<Visit, List<?>> rule) {
        return VISITS.stream()
                .flatMap(visit -> rule.apply(visit).stream().map(sin -> visit.stop() + ": " + sin))
                .toList();
    }

    /** The page without its state: the same page may keep its title from state to state. */
    private static String base(String name) {
        return name.replaceAll(",.*", "");
    }
}
