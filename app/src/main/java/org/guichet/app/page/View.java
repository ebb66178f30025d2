package org.guichet.app.page;

import com.ibm.icu.text.ListFormatter;
import gg.jte.Content;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guichet.app.platform.AuthorityId;

/**
 * What a page needs to speak to one person: language, authority, and the address it is shown at (after the language,
 * where it may be shown again), so that a change of language stays on the same page with the same answers.
 */
public record View(Language language, Masthead masthead, Messages messages, String style, Optional<String> address) {

    public AuthorityId authority() {
        return masthead.authority();
    }

    public View in(Language other) {
        return new View(other, masthead, messages, style, address);
    }

    public View at(String otherAddress) {
        return new View(language, masthead, messages, style, Optional.of(otherAddress));
    }

    /** A sentence; arguments are name, value, name, value. */
    public String t(String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }

    /** What is to be corrected, as a sentence. */
    public String t(Problem problem) {
        return t(new Phrase(problem.key(), problem.arguments()));
    }

    /** A sentence whose arguments may themselves be parts of sentences, days, or several things. */
    public String t(Phrase phrase) {
        return t(phrase.key(), phrase.arguments().stream().map(this::worded).toArray());
    }

    private Object worded(Object argument) {
        return switch (argument) {
            case Phrase phrase -> t(phrase);
            case Phrase.Several(var sentences) ->
                sentences.stream().map(this::t).collect(Collectors.joining(" "));
            case List<?> things ->
                list(things.stream().map(this::worded).map(String::valueOf).toList());
            case LocalDate day -> date(day);
            case DayOfWeek day -> day.getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
            default -> argument;
        };
    }

    /** A sentence whose pattern may hold markup; what is put into it is escaped. */
    public Content rich(String key, Object... arguments) {
        var escaped = arguments.clone();
        for (int i = 1; i < escaped.length; i += 2) {
            escaped[i] = escaped[i] instanceof String text ? Text.escape(text) : escaped[i];
        }
        var html = messages.text(language, key, escaped);
        return output -> output.writeContent(html);
    }

    /** Plain text as it was sent, its lines kept and its links to us made links. */
    public Content linked(String text) {
        var html = Text.escape(text)
                .replaceAll("(https?://[^\\s<]+)", "<a href=\"$1\">$1</a>")
                .replace("\n", "<br>");
        return output -> output.writeContent(html);
    }

    /** The same sentence where it begins a line of its own. */
    public String start(String sentence) {
        return sentence.substring(0, 1).toUpperCase(language.locale()) + sentence.substring(1);
    }

    /** Several things named one after the other: 5 et 6. */
    public String list(Collection<String> things) {
        return ListFormatter.getInstance(language.locale()).format(things);
    }

    public String t(Localized text) {
        return text.in(language);
    }

    /** An address of this service in the page's language. */
    public String to(String path) {
        return "/" + language.code() + path;
    }

    public String date(LocalDate date) {
        return Dates.full(language, date);
    }

    public String date(Instant instant) {
        return date(local(instant));
    }

    public String shortDate(LocalDate date) {
        return Dates.withoutWeekday(language, date);
    }

    public String shortDate(Instant instant) {
        return shortDate(local(instant));
    }

    public String month(int year, int month) {
        return Dates.month(language, YearMonth.of(year, month));
    }

    public String time(LocalTime time) {
        return Dates.time(time);
    }

    public String time(Instant instant) {
        return Dates.time(instant.atZone(masthead.zone()).toLocalTime());
    }

    /** The last day on which something that ends at {@code end} is still open. */
    public String lastDay(Instant end) {
        return date(end.minusSeconds(1));
    }

    public String weekday(DayOfWeek day) {
        return start(day.getDisplayName(TextStyle.FULL_STANDALONE, language.locale()));
    }

    /** As it stands above a column. */
    public String shortWeekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, language.locale());
    }

    public LocalDate local(Instant instant) {
        return instant.atZone(masthead.zone()).toLocalDate();
    }
}
