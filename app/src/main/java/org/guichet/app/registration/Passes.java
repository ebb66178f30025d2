package org.guichet.app.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.page.Language;
import org.guichet.app.page.Seals;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Settings;
import org.springframework.stereotype.Component;

/** The sealed keys that open a request: in the link that was sent, or made when number and birth date were typed. */
@Component
public final class Passes {
    // Longer than any request waits; a link in an old message still finds its request.
    private static final Duration LINK_LIVES = Duration.ofDays(730);

    private final Seals seals;
    private final Settings settings;

    Passes(Seals seals, Settings settings) {
        this.seals = seals;
        this.settings = settings;
    }

    /** What a key lets its holder do. */
    public enum Level {
        /** See how things stand: number and year of birth were given. */
        LOOK(Limits.LOOKING_LIVES),
        /** Answer and change, for a while, and then only see: the full date of birth was given. */
        ACT(Limits.ACTING_LIVES),
        /** Answer and change: the link that was sent. */
        LINK(LINK_LIVES);

        private final Duration lives;

        Level(Duration lives) {
            this.lives = lives;
        }
    }

    /** An opened key. */
    public record Pass(RequestId request, Level level, Instant sealedAt, String key) {
        public boolean mayAct() {
            return level != Level.LOOK;
        }

        /**
         * Whether it is a link from before the ways to be reached were changed: it may lie with whoever was reached by
         * them. The other keys rest on what their holder knows, which no change takes away, and live for hours. A key
         * knows the second in which it was made; those that go out with the change open.
         */
        public boolean isOfWaysBefore(Optional<Instant> reachChangedAt) {
            return level == Level.LINK
                    && reachChangedAt
                            .filter(it -> sealedAt.isBefore(it.truncatedTo(ChronoUnit.SECONDS)))
                            .isPresent();
        }
    }

    public String key(AuthorityId authority, RequestId request, Level level) {
        return seals.seal(purpose(authority), level + " " + request.value());
    }

    /** The address that is sent to people, whole. */
    public String link(AuthorityId authority, RequestId request, Language language) {
        return settings.link("/" + language.code() + "/suivi?k=" + key(authority, request, Level.LINK));
    }

    public Optional<Pass> open(AuthorityId authority, String key) {
        return switch (seals.open(purpose(authority), key, LINK_LIVES)) {
            case Seals.Opened.Good(var text, var sealedAt) -> {
                var parts = text.split(" ", 2);
                var level = Level.valueOf(parts[0]);
                yield left(level, sealedAt)
                        .map(it -> new Pass(new RequestId(UUID.fromString(parts[1])), it, sealedAt, key));
            }
            case Seals.Opened.TooOld() -> Optional.empty();
            case Seals.Opened.Broken() -> Optional.empty();
        };
    }

    // It lives as long as its own level: a key of half an hour is not one of two years.
    private Optional<Level> left(Level level, Instant sealedAt) {
        if (!seals.isOver(sealedAt, level.lives)) {
            return Optional.of(level);
        }
        return level == Level.ACT && !seals.isOver(sealedAt, Level.LOOK.lives)
                ? Optional.of(Level.LOOK)
                : Optional.empty();
    }

    private static String purpose(AuthorityId authority) {
        return "pass/" + authority.value();
    }
}
