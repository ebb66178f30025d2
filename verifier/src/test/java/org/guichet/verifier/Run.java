package org.guichet.verifier;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the command, as a shell sees it. */
record Run(int exitCode, String out, String err) {
    static Run of(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var texts = new String[arguments.length];
        for (var i = 0; i < arguments.length; i++) {
            texts[i] = arguments[i].toString();
        }
        var code = Main.command()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(texts);
        return new Run(code, out.toString(), err.toString());
    }
}
