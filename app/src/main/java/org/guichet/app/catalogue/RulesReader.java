package org.guichet.app.catalogue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.guichet.app.page.Contact;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Network;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.text.Canonical;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the part of a catalogue file that names centres and procedures: opening rules, closures, agents; and who is
 * declared to stand for many.
 */
final class RulesReader {
    private static final Network NOWHERE = Network.parse("0.0.0.0").orElseThrow();

    private final List<Complaint> complaints;
    private final List<Catalogue.Centre> centres;
    private final List<Catalogue.Procedure> procedures;

    RulesReader(List<Complaint> complaints, List<Catalogue.Centre> centres, List<Catalogue.Procedure> procedures) {
        this.complaints = complaints;
        this.centres = centres;
        this.procedures = procedures;
    }

    List<Catalogue.Opening> openings(List<Node> nodes) {
        var openings = new ArrayList<Catalogue.Opening>();
        for (var node : nodes) {
            var entry = new Entry(node, complaints);
            var opening = opening(entry);
            openings.forEach(earlier -> opening.overlap(earlier).ifPresent(it -> entry.complain(node, it)));
            openings.add(opening);
        }
        return openings;
    }

    List<Catalogue.Closure> closures(List<Node> nodes) {
        return nodes.stream().map(it -> closure(new Entry(it, complaints))).toList();
    }

    List<Catalogue.Agent> agents(List<Node> nodes) {
        return nodes.stream().map(it -> agent(new Entry(it, complaints))).toList();
    }

    List<Catalogue.Voiding> voidings(List<Node> nodes) {
        return nodes.stream().map(it -> voiding(new Entry(it, complaints))).toList();
    }

    List<Catalogue.Shared> shared(List<Node> nodes) {
        return nodes.stream().map(it -> shared(new Entry(it, complaints))).toList();
    }

    private static Catalogue.Shared shared(Entry it) {
        var networks = it.optionalList("networks").stream()
                .map(Entry::value)
                .map(text -> it.checked(
                        "networks",
                        text,
                        NOWHERE,
                        network -> Network.parse(network).orElse(null),
                        "networks like 192.0.2.0/24 or 2001:db8::/48"))
                .toList();
        var contacts = it.optionalList("contacts").stream()
                .map(Entry::value)
                .map(Contact::of)
                .toList();
        if (networks.isEmpty() && contacts.isEmpty()) {
            it.complain("name", "it names neither \"networks\" nor \"contacts\".");
        }
        var shared = new Catalogue.Shared(
                it.text("name"), networks, contacts, it.number("times", 2, Limits.SHARED_TIMES_MAX));
        it.close();
        return shared;
    }

    private Catalogue.Opening opening(Entry it) {
        var centre = centre(it);
        var procedure = procedure(it);
        var most = centres.stream()
                .filter(c -> c.code().equals(centre))
                .mapToInt(Catalogue.Centre::counters)
                .findFirst();
        var counters = it.list("counters").stream()
                .map(node -> counter(it, Entry.value(node), most.orElse(200)))
                .toList();
        var days = it.list("days").stream()
                .map(node -> it.day("days", Entry.value(node)))
                .toList();
        var hours = it.list("hours").stream()
                .map(node -> hours(it, Entry.value(node)))
                .toList();
        var opening = new Catalogue.Opening(
                centre, counters, procedure, Set.copyOf(days), hours, it.date("from"), it.date("until"));
        inOrder(it, opening.from(), opening.until());
        it.close();
        return opening;
    }

    private Catalogue.Closure closure(Entry it) {
        var closure = new Catalogue.Closure(centre(it), it.date("from"), it.date("until"), it.localized("reason"));
        inOrder(it, closure.from(), closure.until());
        it.close();
        return closure;
    }

    private Catalogue.Agent agent(Entry it) {
        var agent = new Catalogue.Agent(
                it.code("sign-in"),
                it.text("name"),
                centre(it),
                it.checked(
                        "password",
                        it.text("password"),
                        "",
                        hash -> hash.startsWith("$2") ? hash : null,
                        "a hash made by ./guichet password"));
        it.close();
        return agent;
    }

    private Catalogue.Voiding voiding(Entry it) {
        var reason = it.checked(
                "reason",
                it.text("reason"),
                "?",
                text -> Canonical.isSentence(text, Leaf.Voided.REASON_MAX) ? text : null,
                "one line of at most " + Leaf.Voided.REASON_MAX + " signs");
        var voiding = new Catalogue.Voiding(procedure(it), it.number("window", 1, 999_999), reason);
        it.close();
        return voiding;
    }

    private String procedure(Entry it) {
        return known(
                it,
                "procedure",
                procedures.stream().map(Catalogue.Procedure::code).toList());
    }

    private String centre(Entry it) {
        return known(it, "centre", centres.stream().map(Catalogue.Centre::code).toList());
    }

    private static String known(Entry it, String key, List<String> codes) {
        return it.checked(
                key,
                it.text(key),
                "?",
                code -> codes.contains(code) ? code : null,
                "one of " + String.join(", ", codes));
    }

    private static void inOrder(Entry it, LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            it.complain("until", "\"until\" lies before \"from\".");
        }
    }

    private static int counter(Entry it, String text, int most) {
        return it.checked(
                "counters",
                text,
                1,
                n -> n.matches("[0-9]{1,3}") && Integer.parseInt(n) >= 1 && Integer.parseInt(n) <= most
                        ? Integer.valueOf(n)
                        : null,
                "counters from 1 to " + most);
    }

    private static Catalogue.Hours hours(Entry it, String text) {
        var standIn = new Catalogue.Hours(LocalTime.MIN, LocalTime.MAX);
        return it.checked("hours", text, standIn, RulesReader::asHours, "like \"9:00-12:00\"");
    }

    private static Catalogue.@Nullable Hours asHours(String text) {
        var parts = text.split("-", -1);
        if (parts.length != 2) {
            return null;
        }
        var from = Entry.asTime(parts[0].strip());
        var until = Entry.asTime(parts[1].strip());
        return from != null && until != null && from.isBefore(until) ? new Catalogue.Hours(from, until) : null;
    }
}
