package org.guichet.verifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a check came to, gathered while it runs. */
final class Report {
    private static final int FINDINGS_SHOWN_MAX = 100;

    private final String subject;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final List<String> checked = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private long findingsNotShown;
    private boolean rehearsal;
    private Optional<String> unreadable = Optional.empty();
    private Optional<LabelAnswer> answer = Optional.empty();

    /** The verdict, with the exit code of the command. */
    enum Verdict {
        HOLDS(0),
        WRONG(1),
        UNREADABLE(2);

        private final int exitCode;

        Verdict(int exitCode) {
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }
    }

    /** About a journal, or another {@code subject} as its sentences name it. */
    Report(String subject) {
        this.subject = subject;
    }

    /** Something about the subject that is neither right nor wrong. */
    void fact(String name, Object value) {
        facts.put(name, value);
    }

    void checked(String sentence) {
        checked.add(sentence);
    }

    void unchecked(String sentence) {
        unchecked.add(sentence);
    }

    void wrong(Finding finding) {
        if (findings.size() < FINDINGS_SHOWN_MAX) {
            findings.add(finding);
        } else {
            findingsNotShown++;
        }
    }

    void unreadable(String sentence) {
        unreadable = Optional.of(sentence);
    }

    /** Something was drawn with a chain that proves nothing. */
    void rehearsal() {
        rehearsal = true;
    }

    /** What was asked of one request. */
    void answer(LabelAnswer found) {
        answer = Optional.of(found);
    }

    Optional<LabelAnswer> answer() {
        return answer;
    }

    Verdict verdict() {
        if (!findings.isEmpty()) {
            return Verdict.WRONG;
        }
        return unreadable.isPresent() ? Verdict.UNREADABLE : Verdict.HOLDS;
    }

    String subject() {
        return subject;
    }

    Map<String, Object> facts() {
        return facts;
    }

    List<String> checked() {
        return checked;
    }

    List<String> unchecked() {
        return unchecked;
    }

    /** What is wrong, in the order of the journal. */
    List<Finding> findings() {
        return findings.stream()
                .sorted(Comparator.comparingLong(finding -> finding.leaf().orElse(-1)))
                .toList();
    }

    /** How many more things are wrong than {@link #findings} tells. */
    long findingsNotShown() {
        return findingsNotShown;
    }

    boolean isRehearsal() {
        return rehearsal;
    }

    Optional<String> unreadable() {
        return unreadable;
    }
}
