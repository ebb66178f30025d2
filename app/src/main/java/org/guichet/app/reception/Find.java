package org.guichet.app.reception;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.app.access.Staff;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.page.Form;
import org.guichet.app.page.Problem;
import org.guichet.app.page.Text;
import org.guichet.app.page.Typed;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestNumber;
import org.guichet.app.registration.Requests;
import org.springframework.stereotype.Component;

/**
 * Finds today's appointments by whatever an agent types or scans: number, its last four digits, ticket, QR code, name.
 */
@Component
final class Find {
    /** The field of the one box. */
    static final String BOX = "q";

    private static final String PURPOSE = "find-dossier";
    private static final int TICKET_DIGITS = 3;
    private static final int LAST_DIGITS = 4;

    // The address in our QR codes; some scanners type other signs for ? and &, the name and its number are the same.
    private static final Pattern SCANNED = Pattern.compile(".*\\bn\\W?(?<number>[0-9]{12})\\b.*");
    private static final Pattern DIGITS = Pattern.compile("[0-9oOiIl\\s.\\-_/·]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Transliterator PLAIN =
            Transliterator.getInstance("NFD; [:Mark:] Remove; Latin-ASCII; Lower; NFC");

    private final Requests requests;
    private final Offers offers;
    private final Catalogues catalogues;
    private final Typed typed;

    Find(Requests requests, Offers offers, Catalogues catalogues, Typed typed) {
        this.requests = requests;
        this.offers = offers;
        this.catalogues = catalogues;
        this.typed = typed;
    }

    /** Sealed, for the page that shows what was found. */
    String keep(String text) {
        return typed.keep(PURPOSE, Form.of(BOX, text));
    }

    /** Empty where nothing was kept, or it is too old. */
    String kept(String sealed) {
        return typed.open(PURPOSE, sealed).value(BOX);
    }

    sealed interface Found {
        record One(Days.Appointment appointment) implements Found {}

        record Several(List<Days.Appointment> appointments) implements Found {}

        record None(Problem why) implements Found {}
    }

    Found find(Staff staff, List<Days.Appointment> today, String typed) {
        var scanned = SCANNED.matcher(typed);
        var text = scanned.matches() ? scanned.group("number") : Text.latinDigits(typed);
        return isDigits(text) ? byDigits(staff, today, text) : byName(today, typed);
    }

    /** With the letters that stand for digits on old typewriters, as long as there is one digit: Lio is a name. */
    private static boolean isDigits(String text) {
        return text.chars().anyMatch(Character::isDigit) && DIGITS.matcher(text).matches();
    }

    private Found byDigits(Staff staff, List<Days.Appointment> today, String text) {
        return switch (RequestNumber.read(text)) {
            case RequestNumber.Reading.Good(var number) -> byNumber(staff, today, number);
            case RequestNumber.Reading.WrongDigit() -> none("staff.find.digit");
            case RequestNumber.Reading.WrongLength(var length) -> {
                var digits =
                        text.replaceAll("[oO]", "0").replaceAll("[iIl]", "1").replaceAll("[^0-9]", "");
                yield switch (length) {
                    case TICKET_DIGITS -> among(today, it -> hasTicket(it, digits), "staff.find.ticket", digits);
                    case LAST_DIGITS ->
                        among(
                                today,
                                it -> it.request().number().lastFour().equals(digits) || hasTicket(it, digits),
                                "staff.find.last",
                                digits);
                    default -> none("staff.find.length", "digits", length);
                };
            }
        };
    }

    private Found byNumber(Staff staff, List<Days.Appointment> today, RequestNumber number) {
        var here = today.stream()
                .filter(it -> it.request().number().equals(number))
                .findFirst();
        return here.<Found>map(Found.One::new)
                .orElseGet(() -> requests.find(staff.desk().authority(), number)
                        .map(it -> elsewhere(staff, it))
                        .orElseGet(() -> none("staff.find.number", "number", number.grouped())));
    }

    // A general line, and nothing about the persons: their appointment is not here, or not today.
    private Found elsewhere(Staff staff, Request request) {
        var number = request.number().grouped();
        if (request.ended().isPresent()) {
            return none("staff.find." + request.ended().get().why().name().toLowerCase(Locale.ROOT), "number", number);
        }
        Optional<Offer> appointment =
                offers.live(staff.desk().authority(), request.id()).filter(it -> it.state() == Offer.State.ACCEPTED);
        return appointment
                .map(it -> none(
                        "staff.find.elsewhere",
                        "number",
                        number,
                        "date",
                        staff.view().date(it.startsAt()),
                        "time",
                        staff.view().time(it.startsAt()),
                        "address",
                        catalogues
                                .of(staff.desk().authority())
                                .centre(it.centre())
                                .orElseThrow()
                                .address()))
                .orElseGet(() -> none("staff.find.noappointment", "number", number));
    }

    private static Found byName(List<Days.Appointment> today, String typed) {
        return among(
                today,
                it -> it.persons().stream().anyMatch(person -> isNamed(person, typed)),
                "staff.find.name",
                typed);
    }

    /** Every word that was typed begins a word of the names; hyphens and spaces may be where they are not, or not. */
    private static boolean isNamed(Applicant person, String typed) {
        var names = List.of(person.familyName(), person.givenNames(), person.ownScript());
        var wholes = names.stream().map(Find::whole).toList();
        var beginnings = Stream.concat(names.stream().flatMap(Find::words), wholes.stream())
                .toList();
        var wanted = words(typed).toList();
        return !wanted.isEmpty()
                && (wanted.stream().allMatch(it -> beginnings.stream().anyMatch(name -> name.startsWith(it)))
                        || wholes.stream().anyMatch(it -> it.startsWith(whole(typed))));
    }

    private static Stream<String> words(String text) {
        return BETWEEN_WORDS.splitAsStream(PLAIN.transliterate(text)).filter(it -> !it.isEmpty());
    }

    private static String whole(String text) {
        return words(text).collect(Collectors.joining());
    }

    private static Found among(
            List<Days.Appointment> today, Predicate<Days.Appointment> is, String otherwise, String typed) {
        var found = today.stream().filter(is).toList();
        return switch (found.size()) {
            case 0 -> none(otherwise, "typed", typed);
            case 1 -> new Found.One(found.getFirst());
            default -> new Found.Several(found);
        };
    }

    private static boolean hasTicket(Days.Appointment appointment, String digits) {
        return appointment.visit().flatMap(Visit::ticket).map(String::valueOf).equals(Optional.of(digits));
    }

    private static Found none(String key, Object... arguments) {
        return new Found.None(new Problem(BOX, key, arguments));
    }
}
