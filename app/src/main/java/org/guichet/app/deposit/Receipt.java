package org.guichet.app.deposit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.page.Qr;
import org.guichet.app.page.View;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Request;

/** What stands on the papers that prove a deposit: each person takes one home. */
public record Receipt(
        Deposit deposit,
        Request request,
        List<Applicant> persons,
        Catalogue.Centre centre,
        Catalogue.Procedure procedure,
        Qr qr) {

    private static final int GROUP = 8;

    public String title(View view) {
        return view.t(deposit.papers().areComplete() ? "depot.title" : "depot.title.incomplete");
    }

    /** Who came with this person. */
    public String others(Applicant holder) {
        return persons.stream()
                .filter(it -> !it.equals(holder))
                .map(Applicant::fullName)
                .collect(Collectors.joining(", "));
    }

    /** 64 hexadecimal digits in groups of 8, so that they can be compared by eye. */
    public static List<String> groups(String hex) {
        return IntStream.range(0, hex.length() / GROUP)
                .mapToObj(it -> hex.substring(it * GROUP, (it + 1) * GROUP))
                .toList();
    }
}
