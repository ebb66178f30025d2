package org.guichet.bench.service;

/** What came back: of its headers those that a measurement asks for, and the length of its body. */
public record HttpAnswer(int status, String location, int length, String tag, String modified, boolean isLast) {
    private static final String LINE = "\r\n";
    private static final int STATUS_BEGINS = "HTTP/1.1 ".length();
    private static final int STATUS_ENDS = STATUS_BEGINS + 3;

    /** From everything before the body. */
    static HttpAnswer of(String head) {
        var status = Integer.parseInt(head, STATUS_BEGINS, STATUS_ENDS, 10);
        var length = header(head, "Content-Length");
        // A server says so after some answers, so that clients spread over its nodes.
        var isLast = header(head, "Connection").equals("close");
        return new HttpAnswer(
                status,
                header(head, "Location"),
                length.isEmpty() ? 0 : Integer.parseInt(length),
                header(head, "ETag"),
                header(head, "Last-Modified"),
                isLast);
    }

    // Empty where there is none.
    private static String header(String head, String name) {
        for (int end = head.indexOf(LINE); end >= 0; ) {
            var line = end + LINE.length();
            end = head.indexOf(LINE, line);
            if (end > 0 && head.regionMatches(true, line, name + ":", 0, name.length() + 1)) {
                return head.substring(line + name.length() + 1, end).strip();
            }
        }
        return "";
    }
}
