package org.guichet.verifier;

import java.io.PrintWriter;
import java.util.List;

/** The report as sentences in plain English. */
record TextOutput(PrintWriter out) {
    void print(Report report) {
        report.facts().forEach((name, value) -> line(name.replace('_', ' ') + ": " + value));
        if (report.isRehearsal()) {
            line("");
            line("*** REHEARSAL: draws of this journal were decided by a chain whose holder knows every round");
            line("*** beforehand. They prove nothing and give nobody a place.");
        }
        section("Checked", report.checked());
        section("Not checked, or not possible to check from here", report.unchecked());
        section("Wrong", report.findings().stream().map(Finding::sentence).toList());
        if (report.findingsNotShown() > 0) {
            line("- And " + report.findingsNotShown() + " more.");
        }
        section("In the way", report.unreadable().stream().toList());
        section(
                "The request",
                report.answer().stream().map(LabelAnswer::sentence).toList());
        line("");
        line((report.isRehearsal() ? "REHEARSAL. " : "") + verdict(report));
        out.flush();
    }

    private static String verdict(Report report) {
        return switch (report.verdict()) {
            case HOLDS -> "Everything that was checked holds.";
            case WRONG -> "Something is wrong with this " + report.subject() + ".";
            case UNREADABLE -> "The " + report.subject() + " could not be checked.";
        };
    }

    private void section(String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            line("");
            line(title + ":");
            sentences.forEach(sentence -> line("- " + sentence));
        }
    }

    private void line(String text) {
        out.println(Printable.of(text));
    }
}
