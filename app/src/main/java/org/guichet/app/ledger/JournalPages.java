package org.guichet.app.ledger;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Keys;
import org.guichet.app.platform.Settings;
import org.guichet.core.beacon.RehearsalChain;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Tile;
import org.guichet.core.text.FormatException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The journal as anybody reads it: C2SP tlog-tiles. */
@Controller
final class JournalPages {
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");

    private final Tiles tiles;
    private final JournalKeys keys;
    private final Optional<RehearsalChain> rehearsal;

    JournalPages(Tiles tiles, JournalKeys keys, Settings settings, Keys secrets) {
        this.tiles = tiles;
        this.keys = keys;
        this.rehearsal =
                settings.demo() ? Optional.of(RehearsalChain.from(secrets.seed("rehearsal"))) : Optional.empty();
    }

    @GetMapping("/journal/{authority:[1-9][0-9]{0,8}}/checkpoint")
    ResponseEntity<byte[]> checkpoint(@PathVariable int authority) {
        return text(tiles.checkpoint(new AuthorityId(authority)), CacheControl.maxAge(Duration.ofSeconds(1)));
    }

    @GetMapping("/journal/{authority:[1-9][0-9]{0,8}}/key")
    ResponseEntity<byte[]> key(@PathVariable int authority) {
        var id = new AuthorityId(authority);
        return text(
                tiles.checkpoint(id).map(_ -> keys.of(id).verifier().text() + "\n"),
                CacheControl.maxAge(Duration.ofMinutes(5)));
    }

    @GetMapping("/journal/{authority:[1-9][0-9]{0,8}}/rehearsal")
    ResponseEntity<byte[]> rehearsal(@PathVariable int authority) {
        return text(rehearsal.map(it -> it.rehearsal().text()), CacheControl.maxAge(Duration.ofMinutes(5)));
    }

    @GetMapping("/journal/{authority:[1-9][0-9]{0,8}}/tile/**")
    ResponseEntity<byte[]> tile(@PathVariable int authority, HttpServletRequest request) {
        try {
            var path = request.getRequestURI();
            var tile = Tile.parse(path.substring(path.indexOf("/tile/") + 1));
            var content = content(new AuthorityId(authority), tile).orElseThrow(JournalPages::notFound);
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                            .cachePublic()
                            .immutable())
                    .body(content);
        } catch (FormatException notATile) {
            throw notFound();
        }
    }

    /** The bytes of a tile; empty where the tree has no such tile yet. */
    Optional<byte[]> content(AuthorityId authority, Tile tile) {
        return tiles.content(authority, tile.level(), tile.index()).flatMap(bytes -> cut(tile, bytes));
    }

    /** The tile in its asked width, cut from as much as there is; empty where there is less. */
    private static Optional<byte[]> cut(Tile tile, byte[] content) {
        var length = tile.level() == Tile.ENTRIES ? entries(content, tile.width()) : tile.width() * Hash.LENGTH;
        return length <= content.length ? Optional.of(Arrays.copyOf(content, length)) : Optional.empty();
    }

    /** How many bytes the first entries of a bundle take; more than it has where it has fewer. */
    private static int entries(byte[] bundle, int count) {
        var end = 0;
        for (int entry = 0; entry < count; entry++) {
            if (end + 2 > bundle.length) {
                return Integer.MAX_VALUE;
            }
            end += 2 + (((bundle[end] & 0xff) << 8) | (bundle[end + 1] & 0xff));
        }
        return end;
    }

    private static ResponseEntity<byte[]> text(Optional<String> text, CacheControl cache) {
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(cache)
                .body(text.orElseThrow(JournalPages::notFound).getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
