package org.guichet.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.guichet.app.page.Form;
import org.guichet.app.page.Html;
import org.guichet.app.page.Typed;
import org.guichet.app.page.Views;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** What is said to whoever was not signed in: the page again, with the name that was typed. */
@Component
final class NotSignedIn implements AuthenticationFailureHandler {
    private final Html html;
    private final Views views;
    private final Typed typed;

    NotSignedIn(Html html, Views views, Typed typed) {
        this.html = html;
        this.views = views;
        this.typed = typed;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var form = Form.of(StaffDoor.NAME, SignIn.plain(String.valueOf(request.getParameter(StaffDoor.NAME))));
        if (failure instanceof AuthenticationServiceException) {
            form.problem(StaffDoor.NAME, "staff.signin.busy");
            write(html.later(new SignInPage(views.of(request), form, false)), response);
        } else {
            var said = failure instanceof LockedException ? "staff.signin.wait" : "staff.signin.wrong";
            var kept = typed.keep(StaffDoor.PURPOSE, form.with(Typed.SAID, said));
            StaffDoor.see(response, StaffDoor.SIGN_IN + "?s=" + kept + "#erreurs");
        }
    }

    private static void write(ResponseEntity<byte[]> page, HttpServletResponse response) throws IOException {
        response.setStatus(page.getStatusCode().value());
        page.getHeaders().forEach((name, values) -> values.forEach(it -> response.setHeader(name, it)));
        response.getOutputStream().write(Objects.requireNonNull(page.getBody()));
    }
}
