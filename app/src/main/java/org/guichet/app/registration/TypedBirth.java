package org.guichet.app.registration;

import java.util.Optional;
import java.util.regex.Pattern;
import org.guichet.app.page.Text;
import org.guichet.app.page.TypedDate;
import org.guichet.app.registration.Applicant.Birth;

/**
 * A date of birth as people type it, where they ask and where they prove who they are: what is unknown is left empty,
 * zero or X, and a day without its month is unknown too.
 */
public final class TypedBirth {
    private static final Pattern UNKNOWN = Pattern.compile("0{0,2}|[xX?]{1,2}");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern DAY = Pattern.compile("[0-9]{1,2}");

    private TypedBirth() {}

    /** What was read, or which part is to be corrected. */
    public sealed interface Reading {
        record Good(Birth birth) implements Reading {}

        record Bad(Wrong part) implements Reading {}
    }

    /** What is wrong with a date. */
    public enum Wrong {
        MISSING,
        YEAR,
        MONTH,
        DAY
    }

    public static Reading read(String day, String month, String year) {
        var typedDay = Text.latinDigits(day);
        var typedYear = Text.latinDigits(year);
        if (!YEAR.matcher(typedYear).matches()) {
            return new Reading.Bad(typedYear.isEmpty() ? Wrong.MISSING : Wrong.YEAR);
        }
        var in = Integer.parseInt(typedYear);
        if (UNKNOWN.matcher(Text.latinDigits(month)).matches()) {
            return new Reading.Good(new Birth(in, Optional.empty(), Optional.empty()));
        }
        var named = TypedDate.month(month);
        if (named.isEmpty()) {
            return new Reading.Bad(Wrong.MONTH);
        }
        if (UNKNOWN.matcher(typedDay).matches()) {
            return new Reading.Good(new Birth(in, named, Optional.empty()));
        }
        return DAY.matcher(typedDay).matches() && Birth.exists(in, named.get(), Integer.parseInt(typedDay))
                ? new Reading.Good(new Birth(in, named, Optional.of(Integer.parseInt(typedDay))))
                : new Reading.Bad(Wrong.DAY);
    }
}
