package org.guichet.app.access;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.page.Text;
import org.guichet.app.platform.Limits;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Compares name and password with the agents of the authority whose door it is; an unknown name takes as long as any
 * other.
 */
@Component
final class SignIn implements AuthenticationProvider {
    // The hash of a password that nobody has, as costly as those that ./guichet password makes.
    private static final String NOBODY = "$2a$12$Ou1epKySsHQD5ZjNqYAXHuSm2flsgWREQLUTzDK2rGG1qQ6lqCdve";

    private final Catalogues catalogues;
    private final Tries tries;
    private final PasswordTurns turns;
    private final BCryptPasswordEncoder passwords = new BCryptPasswordEncoder();

    SignIn(Catalogues catalogues, Tries tries, PasswordTurns turns) {
        this.catalogues = catalogues;
        this.tries = tries;
        this.turns = turns;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var knock = (Knock) Objects.requireNonNull(typed.getDetails(), "The door says whose it is");
        var name = plain(typed.getName());
        // Nobody waits in vain, nor keeps others waiting.
        if (tries.areTooMany(knock, name)) {
            throw tooMany();
        }
        Optional<Catalogue.Agent> known = catalogues.of(knock.authority()).agents().stream()
                .filter(it -> it.signIn().equals(name))
                .findFirst();
        var password = String.valueOf(typed.getCredentials());
        var hash = known.map(Catalogue.Agent::passwordHash).orElse(NOBODY);
        var fits = turns.take(() -> {
            if (!tries.begin(knock, name)) {
                throw tooMany();
            }
            return passwords.matches(password, hash);
        });
        if (known.isEmpty() || !fits) {
            throw new BadCredentialsException("Not this name with this password");
        }
        tries.succeeded(knock, name);
        var agent = known.get();
        var acting = new ActingAgent(knock.authority(), agent.signIn(), agent.name(), agent.centre());
        return UsernamePasswordAuthenticationToken.authenticated(acting, null, List.of());
    }

    private static LockedException tooMany() {
        return new LockedException("Too many tries");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** As it is compared and counted; longer than any sign-in name it is as good as any wrong one. */
    static String plain(String typed) {
        var clean = Text.clean(typed).toLowerCase(Locale.ROOT);
        return Text.cut(clean, Limits.NAME_LENGTH_MAX);
    }
}
