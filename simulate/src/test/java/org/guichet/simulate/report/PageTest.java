package org.guichet.simulate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.guichet.simulate.market.Markets;
import org.guichet.simulate.world.Promises;
import org.guichet.simulate.world.Result;
import org.guichet.simulate.world.SmallWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageTest {
    private static final Study STUDY = Study.of(1, SmallWorld.of(150), _ -> {});

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void the_page_needs_nothing_and_nobody(String language) {
        var html = html(STUDY, language);
        assertThat(html).contains("<html lang=\"" + language + "\">");
        assertThat(html.toLowerCase(Locale.ROOT))
                .doesNotContain("<script", "http", "url(", "@import", "<link", "<img", "onload");
        assertThat(html.substring(html.indexOf("<body>")))
                .doesNotContainPattern("\\{\\d+}")
                .doesNotContain("NaN", "∞");
    }

    @Test
    void every_chart_is_named_and_has_its_table() {
        var html = html(STUDY, "fr");
        var charts = count("<svg class=\"chart\" role=\"img\"", html);
        assertThat(charts).isEqualTo(11);
        assertThat(List.of("<h3>", "<title id=", "class=\"hint\" id=", "<table aria-label=", "tabindex=\"0\""))
                .allSatisfy(each -> assertThat(count(each, html)).isEqualTo(charts));
        var ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(html)
                .results()
                .map(it -> it.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void a_finding_says_what_its_table_says() {
        var sold = STUDY.results().getFirst();
        var share = Math.round(100.0 * sold.trade().sold() / sold.places().all());
        assertThat(share).isPositive();
        assertThat(html(STUDY, "en")).contains("the reseller sells " + share + " of 100 places with immediate booking");
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "table", "section", "text", "tr", "td", "th", "ul", "li", "p", "h2", "h3", "div"})
    void what_is_opened_is_closed(String element) {
        var html = html(STUDY, "en");
        assertThat(count("<" + element + "[ >]", html))
                .isEqualTo(count("</" + element + ">", html))
                .isPositive();
    }

    @Test
    void the_tables_of_the_terminal_stand_in_straight_columns() {
        var out = new StringWriter();
        new TextTables(words("fr"), new PrintWriter(out, true)).print(Sheets.of(STUDY));
        var tables = out.toString().split("\n\n");
        assertThat(tables)
                .hasSize(5)
                .allSatisfy(table -> assertThat(table.lines().skip(1).map(String::length))
                        .hasSizeGreaterThan(1)
                        .containsOnly(table.lines().toList().get(1).length()));
        assertThat(out.toString()).contains("Personnes servies, sur 100", "4, immédiat, calculé  ");
    }

    @Test
    void both_languages_say_the_same_things() {
        var french = words("fr");
        var english = words("en");
        assertThat(keys(french)).isEqualTo(keys(english));
        assertThat(keys(french))
                .allSatisfy(key -> assertThat(blanks(french.say(key))).isEqualTo(blanks(english.say(key))));
    }

    @Test
    void a_minister_is_not_told_that_nobody_profits_where_somebody_does() {
        var free = STUDY.curve().stream()
                .map(it -> new Markets.Row(it.demand(), it.immediate(), it.immediate()))
                .toList();
        var otherwise = new Study(
                1, STUDY.settings(), STUDY.compared(), free, STUDY.identities(), STUDY.results(), STUDY.attacked());
        assertThat(STUDY.isTwoByTwo()).isTrue();
        assertThat(otherwise.isTwoByTwo()).isFalse();
        assertThat(html(STUDY, "en")).contains("profits only with immediate booking");
        assertThat(html(otherwise, "en"))
                .contains("the reseller earns")
                .doesNotContain("profits only with immediate booking and high demand:");
    }

    @Test
    void a_broken_promise_is_told_and_fails() {
        var results = STUDY.results().stream()
                .map(it -> it.equals(STUDY.results().getLast()) ? broken(it) : it)
                .toList();
        var broken = new Study(
                1, STUDY.settings(), STUDY.compared(), STUDY.curve(), STUDY.identities(), results, STUDY.attacked());
        assertThat(STUDY.holds()).isTrue();
        assertThat(broken.holds()).isFalse();
        assertThat(html(broken, "en"))
                .contains("at least one promise was broken")
                .doesNotContain("no promise was broken");
    }

    private static Result broken(Result it) {
        return new Result(
                it.rules(),
                it.persons(),
                it.families(),
                it.places(),
                it.trade(),
                it.profitAPlace(),
                new Promises(0, 0, 1),
                it.waiting());
    }

    private static String html(Study study, String language) {
        return new Page(study, words(language), "./guichet simulate").html();
    }

    private static Words words(String language) {
        return Words.in(language).orElseThrow();
    }

    private static Set<String> keys(Words words) {
        var keys = new TreeSet<String>();
        words.keys().forEach(keys::add);
        return keys;
    }

    private static Set<String> blanks(String sentence) {
        var blanks = new TreeSet<String>();
        Pattern.compile("\\{\\d+}").matcher(sentence).results().forEach(it -> blanks.add(it.group()));
        return blanks;
    }

    private static long count(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
