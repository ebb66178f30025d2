package org.guichet.verifier;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The report as one JSON object on one line. */
record JsonOutput(PrintWriter out) {
    void print(Report report) {
        var object = new LinkedHashMap<String, Object>();
        object.put("verdict", report.verdict().name().toLowerCase(Locale.ROOT));
        object.put("rehearsal", report.isRehearsal());
        object.putAll(report.facts());
        object.put("checked", report.checked());
        object.put("unchecked", report.unchecked());
        object.put("wrong", report.findings().stream().map(JsonOutput::object).toList());
        object.put("wrong_not_shown", report.findingsNotShown());
        report.unreadable().ifPresent(sentence -> object.put("unreadable", sentence));
        report.answer().ifPresent(answer -> object.put("request", answer.facts()));
        out.println(Json.of(object));
        out.flush();
    }

    private static Map<String, Object> object(Finding finding) {
        var object = new LinkedHashMap<String, Object>();
        object.put("sentence", finding.sentence());
        finding.leaf().ifPresent(leaf -> object.put("leaf", leaf));
        finding.window().ifPresent(id -> {
            object.put("pool", id.pool().code());
            object.put("window", id.number());
        });
        return object;
    }
}
