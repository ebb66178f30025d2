package org.guichet.app.asking;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.app.notice.Reach;
import org.guichet.app.page.Contact;
import org.guichet.app.page.Form;
import org.guichet.app.platform.Limits;

/** The question how a request is reached. */
public final class ReachQuestion {
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>\"(),;:]+@[^\\s@<>\"(),;:]+\\.[^\\s@<>\"(),;:.]{2,}");

    private ReachQuestion() {}

    public static void check(Form form) {
        checkMail(form);
        if (form.has("mobile") && Contact.phone(form.value("mobile")).isEmpty()) {
            form.problem("mobile", "asking.mobile.wrong");
        }
        if (form.has("rue") != form.has("ville")) {
            form.problem(form.has("rue") ? "ville" : "rue", "asking.post.half");
        }
        checkLength(form, "rue", Limits.ADDRESS_LENGTH_MAX);
        checkLength(form, "ville", Limits.NAME_LENGTH_MAX);
        checkLength(form, "association", Limits.ASSOCIATION_LENGTH_MAX);
        if (reach(form).isAtTheDesk() && !form.has("bureau") && form.isGood()) {
            form.problem("mobile", "asking.reach.missing");
        }
    }

    public static Reach reach(Form form) {
        var post = Stream.of(form.value("rue"), form.value("ville"))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(", "));
        return new Reach(form.value("courriel"), form.value("mobile"), post, form.value("association"));
    }

    private static void checkMail(Form form) {
        var typed = form.value("courriel");
        if (typed.isEmpty()) {
            return;
        }
        if (typed.indexOf('@') < 0) {
            form.problem("courriel", "asking.mail.at");
        } else if (!MAIL.matcher(typed).matches()) {
            form.problem("courriel", "asking.mail.wrong");
        }
        checkLength(form, "courriel", Limits.EMAIL_LENGTH_MAX);
    }

    private static void checkLength(Form form, String field, int most) {
        if (form.value(field).length() > most) {
            form.problem(field, "asking.too-long", "most", most);
        }
    }
}
