package org.guichet.app.proof;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.guichet.app.ledger.Tree;
import org.guichet.app.platform.AuthorityId;
import org.guichet.core.ledger.Tile;
import org.guichet.core.ledger.leaf.PoolCode;
import org.guichet.core.ledger.leaf.WindowId;
import org.guichet.core.ledger.note.SignedNote;
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
    private static final String JOURNAL = "/journal/{authority:[1-9][0-9]{0,8}}";
    private static final String WINDOW = "{pool:[a-z0-9][a-z0-9-]{0,39}}/{window:[1-9][0-9]{0,8}}";
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");

    private final Tree tree;
    private final JournalFiles files;

    JournalPages(Tree tree, JournalFiles files) {
        this.tree = tree;
        this.files = files;
    }

    @GetMapping(JOURNAL + "/checkpoint")
    ResponseEntity<byte[]> checkpoint(@PathVariable int authority) {
        return text(
                files.checkpoint(new AuthorityId(authority)).map(SignedNote::format),
                CacheControl.maxAge(Duration.ofSeconds(1)));
    }

    @GetMapping(JOURNAL + "/key")
    ResponseEntity<byte[]> key(@PathVariable int authority) {
        return text(
                files.key(new AuthorityId(authority)).map(it -> it + "\n"), CacheControl.maxAge(Duration.ofMinutes(5)));
    }

    @GetMapping(JOURNAL + "/rehearsal")
    ResponseEntity<byte[]> rehearsal(@PathVariable int authority) {
        return text(files.rehearsal(), CacheControl.maxAge(Duration.ofMinutes(5)));
    }

    @GetMapping(JOURNAL + "/sealed/" + WINDOW)
    ResponseEntity<byte[]> sealed(@PathVariable int authority, @PathVariable String pool, @PathVariable int window) {
        return proof(files.sealed(new AuthorityId(authority), new WindowId(new PoolCode(pool), window)));
    }

    @GetMapping(JOURNAL + "/voided/" + WINDOW)
    ResponseEntity<byte[]> voided(@PathVariable int authority, @PathVariable String pool, @PathVariable int window) {
        return proof(files.voided(new AuthorityId(authority), new WindowId(new PoolCode(pool), window)));
    }

    @GetMapping(JOURNAL + "/tile/**")
    ResponseEntity<byte[]> tile(@PathVariable int authority, HttpServletRequest request) {
        try {
            var path = request.getRequestURI();
            var tile = Tile.parse(path.substring(path.indexOf("/tile/") + 1));
            var content = tree.content(new AuthorityId(authority), tile).orElseThrow(JournalPages::notFound);
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

    private static ResponseEntity<byte[]> proof(Optional<String> text) {
        return text(text, CacheControl.maxAge(Duration.ofMinutes(5)));
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
