package org.guichet.app.deposit;

import java.util.List;
import java.util.stream.IntStream;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.page.Qr;
import org.guichet.app.page.View;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Request;

/** What stands on the paper that proves a deposit. */
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

    /** 64 hexadecimal digits in groups of 8, so that they can be compared by eye. */
    public static List<String> groups(String hex) {
        return IntStream.range(0, hex.length() / GROUP)
                .mapToObj(it -> hex.substring(it * GROUP, (it + 1) * GROUP))
                .toList();
    }
}
